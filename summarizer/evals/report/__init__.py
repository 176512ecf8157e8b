"""Put results and comparisons into words: a terminal, a GitHub step summary, JUnit XML, one HTML page.

Pure: data in, text out. Article, model and file names are hostile input and escaped in each form.
"""
