"""Common given names, by whether "he" or "she" stands for who has them."""

MEN = frozenset(
    """
    aaron abdul adam adrien adrián ahmad ahmed akira alain alan albert alejandro alessandro alexander
    alexei alfonso alfredo ali alistair amit anders andreas andrei andrew andré andrés anil anthony
    antoine anton antonio arjun armin arnaud arthur arturo austin axel barry bastien ben benjamin benoît
    bernard bernd bertrand björn bob bobby bogdan bradley brandon brian bruce bruno bryan burkhard
    callum carl carlos carsten charles chidi christian christoph christophe christopher clément colin
    connor cyril cédric césar damien dan daniel david davide dennis detlef didier diego dieter dietmar
    dirk dmitri dmitry donald douglas duncan dylan eduardo edward einar ekkehard elias emeka emil emilio
    emmanuel enrique eric erik ernst esteban ethan eugene ewald fabien fabrice felipe felix fernando
    florent francesco francisco franck frank françois friedrich fritz frédéric gabriel gareth gary georg
    george gerald gerd gerhard gilles giovanni giuseppe gonzalo graham gregory guillaume guillermo
    gustav gustavo guy gérard günter günther hamid hans harold hartmut hasan hassan heiko heinrich heinz
    helmut henri henry herbert hermann hernán hervé hiroshi holger horst hubert hugh hugo hugues héctor
    ian ibrahim ignacio igor imran ingo ismail ivan iván jack jacob jacques jakob james jannis jason
    javier jeffrey jens jeremy jerry jesús jim joaquín jochen joe johan johannes john johnny jonas
    jonathan jordi jorge jose josef joseph josh joshua josé joão joël juan julien julián justin jérôme
    jörg jørgen jürgen karim karl keith kenji kenneth kevin khaled klaus knut kofi konrad kristian
    krzysztof kurt kwame kyle larry lars laurent lawrence leif leon leonard liam lionel lorenzo lothar
    louis loïc luc luca ludger ludovic ludwig luis lukas lutz magnus malik manfred manuel marc marco
    marcos marek mark markus martin martín mateusz mathias mathieu matteo matthew matthias matías
    mauricio max maxime mehmet michael michel mickaël miguel mikael milan mirko mohamad mohamed mohammed
    moritz muhammad mustafa nathan neil nicholas nicolas nicolás niels nigel nikola nikolai nils noah
    norbert olaf ole oleg olivier omar omer oscar oskar otto owen pablo paolo pascal patricio patrick
    paul paulo pavel pedro peter petr philip philippe pierre piet piotr quentin rafael rafał rainer
    raj rajesh ralf ralph ramón raphaël rasmus ravi raymond raúl reinhard rené reza rhys ricardo richard
    robert roberto rodrigo roger roland rolf romain roman ronald roy rudolf rupert russell ryan régis
    rémi rüdiger salvador samuel sanjay santiago scott sean sebastian serge sergei sergio siegfried
    simon stanislav stefan stefano stephan stephen steven stéphane sven sylvain sébastien tariq teodor
    theo theodor thibault thierry thomas thorsten théo tilman tim timothy tobias tom tomas tomasz tomás
    tor torsten tunde tyler udo ulf ulrich uwe valentin vasily vicente vikram viktor vincent vladimir
    volker walter wayne werner wilhelm william winfried wojciech wolf wolfgang xavier yann yannick yasin
    yuri yusuf yves zachary álvaro ángel édouard éric étienne óscar
    """.split()
)
WOMEN = frozenset(
    """
    abena abigail agnes agnieszka aisha alessandra alice alison ama amanda amara amber amelia amy ana
    anastasia anastasiia andreia angela anja anke ann anna annette annika antonia astrid aurore aurélie
    barbara beata beatrix beatriz begoña belén bettina betty beverly birgit birgitta brenda bridget
    britta brittany carina carla carmen carol carolin caroline carolyn catherine cecilia charlotte
    chiara chloé christa christelle christiane christina christine claire clara claudia claudine
    consuelo corinne cornelia cristina cynthia cécile dagmar daniela danielle deborah debra delphine
    denise diana diane dolores donna doris dorothea edith eleanor elena elisa elisabeth elizabeth elke
    ellen emilia emily emine emma erika estelle esther eugenia eva evelyn fatima fatma federica fiona
    florence frances francesca françoise frauke freya frida gillian gisela giulia gloria grace graciela
    greta guadalupe hanna hannah hanne heather hedda heidi heike helen helena helga henrike hilary
    hildegard hélène ida ilse ines inge ingeborg ingrid inés irene iris iryna isabel isabella isabelle
    jacqueline jana jane janet janice jasmin jennifer jessica jessika joanna johanna johanne josephine
    joyce judith judy julia juliane julie justine jutta karen karin karolina katarzyna kate katharina
    katherine kathleen kathryn katrin kayla kerstin kimberly kirsten kirsti kristin kristina laia laura
    lauren layla lea leila lena linda lisa lorena lori lotte louise lourdes lucy lucía luisa luise léa
    magda magdalena mairead maja malin manon manuela mareike margaret margarete margarita maria marianne
    marie marilyn marina mariya marlies marta martha mary maría mathilde matilda maureen mechthild meike
    melanie melissa mercedes merve mia michelle mila milena miriam mona monika monique montserrat muriel
    mylène mónica nadia nadège nancy natalia natalie nathalie natividad nele ngozi nicole nina noelia
    nora noémie nuria odile oksana olena olga olivia paloma pamela patricia paula paulina pernille petra
    pilar priya rachel rahel rania raquel rebecca regina renata renate rita rocío ronja rosa rosalind
    rosario rosemary rosie ruth sabine sabrina salma samantha sandra sandrine sanna sara sarah selma
    sharon shirley sigrid silje silke silvia sina siobhan sofia sofía solveig solène sonja sophia sophie
    stella stephanie stine stéphanie sunita susan susana susanna susanne svenja svetlana sylvie tamara
    tanja tatiana teresa theresa tina tove ulrike ursula ute valentina valérie vanessa vera veronika
    verónica victoria viola virginia virginie véronique waltraud wiebke ximena yasemin yasmin yolanda
    yvonne zeynep zoe zofia élise élodie émilie
    """.split()
)
EITHER = frozenset(
    """
    alexis andrea ashley billy camille dominique gabriele jaime jan jean jesse joan jordan kai kelly
    laurence li logan marion ming patrice randy simone terry wei willie yuki
    """.split()
)
FIRST_NAMES = MEN | WOMEN | EITHER
