<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>window</name>
    <message id="window.rank">
        <source>window.rank</source>
        <translation>rang</translation>
    </message>
    <message id="window.name">
        <source>window.name</source>
        <translation>nom</translation>
    </message>
    <message id="window.people">
        <source>window.people</source>
        <translation>habitants</translation>
    </message>
    <message id="window.area">
        <source>window.area</source>
        <translation>km²</translation>
    </message>
    <message id="window.nearest-name">
        <source>window.nearest-name</source>
        <translation>le plus proche</translation>
    </message>
    <message id="window.nearest-km">
        <source>window.nearest-km</source>
        <translation>à</translation>
    </message>
    <message id="window.cause">
        <source>window.cause</source>
        <translation>cause</translation>
    </message>
    <message id="window.certainty">
        <source>window.certainty</source>
        <translation>certitude</translation>
    </message>
    <message id="window.certain">
        <source>window.certain</source>
        <translation>certain</translation>
    </message>
    <message id="window.uncertain">
        <source>window.uncertain</source>
        <translation>incertain</translation>
    </message>
    <message id="window.mode.who">
        <source>window.mode.who</source>
        <translation>Qui est là&#xa0;?</translation>
    </message>
    <message id="window.mode.share">
        <source>window.mode.share</source>
        <translation>Qu’avons-nous à partager&#xa0;?</translation>
    </message>
    <message id="window.mode.gaps">
        <source>window.mode.gaps</source>
        <translation>Où ça manque&#xa0;?</translation>
    </message>
    <message id="window.within">
        <source>window.within</source>
        <translation>à moins de {reach}</translation>
    </message>
    <message id="window.where">
        <source>window.where</source>
        <translation>Où</translation>
    </message>
    <message id="window.on-map">
        <source>window.on-map</source>
        <translation>Sur la carte</translation>
    </message>
    <message id="window.over">
        <source>window.over</source>
        <translation>Par-dessus</translation>
    </message>
    <message id="window.over.contracts">
        <source>window.over.contracts</source>
        <translation>Contrats en vigueur</translation>
    </message>
    <message id="window.over.links">
        <source>window.over.links</source>
        <translation>Coopérations</translation>
    </message>
    <message id="window.over.records">
        <source>window.over.records</source>
        <translation>Tous les lieux et acteurs</translation>
    </message>
    <message id="window.show.holes">
        <source>window.show.holes</source>
        <translation>Non couvert</translation>
    </message>
    <message id="window.show.people">
        <source>window.show.people</source>
        <translation>Habitants non couverts</translation>
    </message>
    <message id="window.show.covered">
        <source>window.show.covered</source>
        <translation>Couvert</translation>
    </message>
    <message id="window.show.providers">
        <source>window.show.providers</source>
        <translation>Lieux et acteurs</translation>
    </message>
    <message id="window.show.numbers">
        <source>window.show.numbers</source>
        <translation>Numéros</translation>
    </message>
    <message id="window.show.names">
        <source>window.show.names</source>
        <translation>Noms</translation>
    </message>
    <message id="window.search">
        <source>window.search</source>
        <translation>Rechercher une commune, un lieu, un acteur…</translation>
    </message>
    <message id="window.save">
        <source>window.save</source>
        <translation>Enregistrer la carte…</translation>
    </message>
    <message id="window.save.filter">
        <source>window.save.filter</source>
        <translation>Page PDF (*.pdf);;Image PNG (*.png);;Dessin SVG (*.svg)</translation>
    </message>
    <message id="window.save.failed">
        <source>window.save.failed</source>
        <translation>La carte n’a pas été enregistrée</translation>
    </message>
    <message id="window.gaps">
        <source>window.gaps</source>
        <translation>Zones non couvertes</translation>
    </message>
    <message id="window.territories">
        <source>window.territories</source>
        <translation>Territoires</translation>
    </message>
    <message id="window.records">
        <source>window.records</source>
        <translation>Qui est là</translation>
    </message>
    <message id="window.share">
        <source>window.share</source>
        <translation>Coopérations</translation>
    </message>
    <message id="window.by-level">
        <source>window.by-level</source>
        <translation>Territoires à montrer</translation>
    </message>
    <message id="window.by-level.commune">
        <source>window.by-level.commune</source>
        <translation>par commune</translation>
    </message>
    <message id="window.by-level.epci">
        <source>window.by-level.epci</source>
        <translation>par EPCI</translation>
    </message>
    <message id="window.by-level.departement">
        <source>window.by-level.departement</source>
        <translation>par département</translation>
    </message>
    <message id="window.by-level.region">
        <source>window.by-level.region</source>
        <translation>par région</translation>
    </message>
    <message id="window.covered-share">
        <source>window.covered-share</source>
        <translation>part couverte</translation>
    </message>
    <message id="window.not-covered">
        <source>window.not-covered</source>
        <translation>non couverts</translation>
    </message>
    <message id="window.providers">
        <source>window.providers</source>
        <translation>lieux et acteurs</translation>
    </message>
    <message id="window.nearest-mean">
        <source>window.nearest-mean</source>
        <translation>le plus proche, en moyenne</translation>
    </message>
    <message id="window.distribution">
        <source>window.distribution</source>
        <translation>Répartition de la part couverte</translation>
    </message>
    <message id="window.distribution.bars">
        <source>window.distribution.bars</source>
        <translation>Territoires</translation>
    </message>
    <message id="window.distribution.covered">
        <source>window.distribution.covered</source>
        <translation>couverts</translation>
    </message>
    <message id="window.distribution.curve">
        <source>window.distribution.curve</source>
        <translation>Inégalité (Gini&#xa0;: {gini})</translation>
    </message>
    <message id="window.distribution.said">
        <source>window.distribution.said</source>
        <translation>À gauche, combien de territoires par dixième de part couverte ({n} en tout). À droite, de tous les habitants couverts, la part de ceux des territoires les moins couverts&#xa0;: plus la courbe s’éloigne de la droite, plus la couverture est inégale. Indice de Gini&#xa0;: {gini}.</translation>
    </message>
    <message id="window.as-of">
        <source>window.as-of</source>
        <translation>au {date}</translation>
    </message>
    <message id="window.within-of">
        <source>window.within-of</source>
        <translation>à moins de</translation>
    </message>
    <message id="window.shown-as">
        <source>window.shown-as</source>
        <translation>Montrer</translation>
    </message>
    <message id="window.aspect.holes">
        <source>window.aspect.holes</source>
        <translation>les zones non couvertes</translation>
    </message>
    <message id="window.aspect.share-commune">
        <source>window.aspect.share-commune</source>
        <translation>la part couverte, par commune</translation>
    </message>
    <message id="window.aspect.share-epci">
        <source>window.aspect.share-epci</source>
        <translation>la part couverte, par EPCI</translation>
    </message>
    <message id="window.aspect.share-departement">
        <source>window.aspect.share-departement</source>
        <translation>la part couverte, par département</translation>
    </message>
    <message id="window.aspect.nearest-commune">
        <source>window.aspect.nearest-commune</source>
        <translation>la distance, par commune</translation>
    </message>
    <message id="window.aspect.nearest-departement">
        <source>window.aspect.nearest-departement</source>
        <translation>la distance, par département</translation>
    </message>
    <message id="window.aspect.time-commune">
        <source>window.aspect.time-commune</source>
        <translation>le temps de trajet, par commune</translation>
    </message>
    <message id="window.aspect.time-departement">
        <source>window.aspect.time-departement</source>
        <translation>le temps de trajet, par département</translation>
    </message>
    <message id="window.aspect.missed-commune">
        <source>window.aspect.missed-commune</source>
        <translation>les habitants non couverts, par commune</translation>
    </message>
    <message id="window.aspect.missed-epci">
        <source>window.aspect.missed-epci</source>
        <translation>les habitants non couverts, par EPCI</translation>
    </message>
    <message id="window.aspect.people-commune">
        <source>window.aspect.people-commune</source>
        <translation>les habitants, par commune</translation>
    </message>
    <message id="window.aspect.baskets-commune">
        <source>window.aspect.baskets-commune</source>
        <translation>tout à la fois, par commune</translation>
    </message>
    <message id="window.aspect.baskets-epci">
        <source>window.aspect.baskets-epci</source>
        <translation>tout à la fois, par EPCI</translation>
    </message>
    <message id="window.aspect.baskets-departement">
        <source>window.aspect.baskets-departement</source>
        <translation>tout à la fois, par département</translation>
    </message>
    <message id="window.aspect.providers-departement">
        <source>window.aspect.providers-departement</source>
        <translation>les lieux et acteurs, par département</translation>
    </message>
    <message id="window.year">
        <source>window.year</source>
        <translation>Année</translation>
    </message>
    <message id="window.menu">
        <source>window.menu</source>
        <translation>Menu</translation>
    </message>
    <message id="window.language">
        <source>window.language</source>
        <translation>Langue</translation>
    </message>
    <message id="window.official">
        <source>window.official</source>
        <translation>Lecture simple</translation>
    </message>
    <message id="window.card">
        <source>window.card</source>
        <translation>Fiche de ce qui est montré</translation>
    </message>
    <message id="window.tables">
        <source>window.tables</source>
        <translation>Tableaux</translation>
    </message>
    <message id="window.question">
        <source>window.question</source>
        <translation>Question</translation>
    </message>
    <message id="window.service">
        <source>window.service</source>
        <translation>Ce qu’on cherche</translation>
    </message>
    <message id="window.other-map">
        <source>window.other-map</source>
        <translation>Seconde carte</translation>
    </message>
    <message id="window.map">
        <source>window.map</source>
        <translation>Carte</translation>
    </message>
    <message id="window.export">
        <source>window.export</source>
        <translation>Exporter les données…</translation>
    </message>
    <message id="window.export.file">
        <source>window.export.file</source>
        <translation>Fichier où exporter</translation>
    </message>
    <message id="window.export.where">
        <source>window.export.where</source>
        <translation>Dossier où exporter</translation>
    </message>
    <message id="window.export.remark">
        <source>window.export.remark</source>
        <translation>À savoir sur cet export</translation>
    </message>
    <message id="window.export.failed">
        <source>window.export.failed</source>
        <translation>Rien n’a été exporté</translation>
    </message>
    <message id="window.failed">
        <source>window.failed</source>
        <translation>Cela n’a pas marché</translation>
    </message>
    <message id="window.appearance">
        <source>window.appearance</source>
        <translation>Couleurs de la fenêtre</translation>
    </message>
    <message id="window.appearance.system">
        <source>window.appearance.system</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message id="window.appearance.light">
        <source>window.appearance.light</source>
        <translation>Claires</translation>
    </message>
    <message id="window.appearance.dark">
        <source>window.appearance.dark</source>
        <translation>Sombres</translation>
    </message>
    <message id="window.writing">
        <source>window.writing</source>
        <translation>Un autre fichier est en train d’être écrit&#xa0;: attendez qu’il le soit, ou arrêtez-le.</translation>
    </message>
    <message id="window.stop">
        <source>window.stop</source>
        <translation>Arrêter</translation>
    </message>
    <message id="window.compare-other">
        <source>window.compare-other</source>
        <translation>Comparer avec une autre étude…</translation>
    </message>
    <message id="window.compare">
        <source>window.compare</source>
        <translation>Comparer deux années</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message id="records.kind">
        <source>records.kind</source>
        <translation>sorte</translation>
    </message>
    <message id="records.commune">
        <source>records.commune</source>
        <translation>commune</translation>
    </message>
    <message id="records.status">
        <source>records.status</source>
        <translation>situation</translation>
    </message>
    <message id="records.functions">
        <source>records.functions</source>
        <translation>fonctions</translation>
    </message>
    <message id="records.member">
        <source>records.member</source>
        <translation>adhésion</translation>
    </message>
    <message id="records.precision">
        <source>records.precision</source>
        <translation>position connue</translation>
    </message>
    <message id="records.venue">
        <source>records.venue</source>
        <translation>lieu</translation>
    </message>
    <message id="records.actor">
        <source>records.actor</source>
        <translation>structure</translation>
    </message>
    <message id="records.not-placed">
        <source>records.not-placed</source>
        <translation>sans position</translation>
    </message>
    <message id="records.function">
        <source>records.function</source>
        <translation>Fonction</translation>
    </message>
    <message id="records.any-function">
        <source>records.any-function</source>
        <translation>toutes les fonctions</translation>
    </message>
    <message id="records.any-member">
        <source>records.any-member</source>
        <translation>adhérents ou non</translation>
    </message>
    <message id="records.count.one">
        <source>records.count.one</source>
        <translation>{n} ligne</translation>
    </message>
    <message id="records.count.many">
        <source>records.count.many</source>
        <translation>{n} lignes</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message id="links.title">
        <source>links.title</source>
        <translation>Qui travaille avec qui</translation>
    </message>
    <message id="links.parties">
        <source>links.parties</source>
        <translation>ensemble</translation>
    </message>
    <message id="links.intensity">
        <source>links.intensity</source>
        <translation>ce qui est partagé</translation>
    </message>
    <message id="links.nature">
        <source>links.nature</source>
        <translation>nature</translation>
    </message>
    <message id="links.since">
        <source>links.since</source>
        <translation>depuis</translation>
    </message>
    <message id="links.until">
        <source>links.until</source>
        <translation>jusqu’à</translation>
    </message>
    <message id="links.apart">
        <source>links.apart</source>
        <translation>à quelle distance</translation>
    </message>
    <message id="links.state">
        <source>links.state</source>
        <translation>situation</translation>
    </message>
    <message id="links.in-force">
        <source>links.in-force</source>
        <translation>en cours</translation>
    </message>
    <message id="links.ended">
        <source>links.ended</source>
        <translation>terminée</translation>
    </message>
    <message id="links.to-come">
        <source>links.to-come</source>
        <translation>à venir</translation>
    </message>
</context>
<context>
    <name>pairs</name>
    <message id="pairs.title">
        <source>pairs.title</source>
        <translation>Voisins qui se complètent et ne travaillent pas ensemble</translation>
    </message>
    <message id="pairs.none">
        <source>pairs.none</source>
        <translation>Voisins qui se complètent&#xa0;: les listes n’en disent pas assez pour les chercher</translation>
    </message>
    <message id="pairs.first">
        <source>pairs.first</source>
        <translation>structure</translation>
    </message>
    <message id="pairs.second">
        <source>pairs.second</source>
        <translation>et structure</translation>
    </message>
    <message id="pairs.brings">
        <source>pairs.brings</source>
        <translation>apporte</translation>
    </message>
</context>
<context>
    <name>official</name>
    <message id="official.which">
        <source>official.which</source>
        <translation>De quel territoire parlons-nous&#x202f;?</translation>
    </message>
    <message id="official.type">
        <source>official.type</source>
        <translation>Nom d’une commune, d’un EPCI, d’un département</translation>
    </message>
    <message id="official.begin">
        <source>official.begin</source>
        <translation>Tapez le nom d’un territoire, ou cliquez sur la carte.</translation>
    </message>
    <message id="official.have">
        <source>official.have</source>
        <translation>Qu’avons-nous&#x202f;?</translation>
    </message>
    <message id="official.lack">
        <source>official.lack</source>
        <translation>Que nous manque-t-il&#x202f;?</translation>
    </message>
    <message id="official.call">
        <source>official.call</source>
        <translation>Qui appeler&#x202f;?</translation>
    </message>
    <message id="official.beside">
        <source>official.beside</source>
        <translation>Et nos voisins&#x202f;?</translation>
    </message>
    <message id="official.print">
        <source>official.print</source>
        <translation>Imprimer ma page</translation>
    </message>
    <message id="official.back">
        <source>official.back</source>
        <translation>Retour aux cinq questions</translation>
    </message>
    <message id="official.print.pdf">
        <source>official.print.pdf</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message id="official.print.paper">
        <source>official.print.paper</source>
        <translation>Imprimer sur papier…</translation>
    </message>
    <message id="official.print.about">
        <source>official.print.about</source>
        <translation>Une page A4&#xa0;: la carte de ce territoire et de ses voisins, ce qu’il a, ce qui lui manque, qui appeler, les contrats, et d’où viennent les chiffres.</translation>
    </message>
    <message id="official.call.parties">
        <source>official.call.parties</source>
        <translation>Signataires des contrats</translation>
    </message>
    <message id="official.neighbour.each">
        <source>official.neighbour.each</source>
        <translation>{each} EUR de contrats par habitant et par an</translation>
    </message>
    <message id="official.providers.one">
        <source>official.providers.one</source>
        <translation>{n} lieu ou acteur</translation>
    </message>
    <message id="official.providers.many">
        <source>official.providers.many</source>
        <translation>{n} lieux ou acteurs</translation>
    </message>
    <message id="official.covered-here">
        <source>official.covered-here</source>
        <translation>{share} des habitants couverts</translation>
    </message>
    <message id="official.panel">
        <source>official.panel</source>
        <translation>Lecture simple&#xa0;: un territoire et ses voisins</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message id="print.filter">
        <source>print.filter</source>
        <translation>Page PDF (*.pdf);;Image PNG (*.png)</translation>
    </message>
    <message id="print.which">
        <source>print.which</source>
        <translation>{name}, une page A4</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message id="export.what">
        <source>export.what</source>
        <translation>Que faut-il exporter&#xa0;?</translation>
    </message>
    <message id="export.layer.gaps">
        <source>export.layer.gaps</source>
        <translation>Zones non couvertes</translation>
    </message>
    <message id="export.layer.coverage">
        <source>export.layer.coverage</source>
        <translation>Zones couvertes</translation>
    </message>
    <message id="export.layer.indicators">
        <source>export.layer.indicators</source>
        <translation>Chiffres des territoires</translation>
    </message>
    <message id="export.layer.territories">
        <source>export.layer.territories</source>
        <translation>Territoires</translation>
    </message>
    <message id="export.layer.venues">
        <source>export.layer.venues</source>
        <translation>Lieux</translation>
    </message>
    <message id="export.layer.actors">
        <source>export.layer.actors</source>
        <translation>Structures</translation>
    </message>
    <message id="export.layer.contracts">
        <source>export.layer.contracts</source>
        <translation>Contrats</translation>
    </message>
    <message id="export.layer.links">
        <source>export.layer.links</source>
        <translation>Coopérations</translation>
    </message>
    <message id="export.everything">
        <source>export.everything</source>
        <translation>Tout, avec les tableaux de calcul</translation>
    </message>
    <message id="export.chosen">
        <source>export.chosen</source>
        <translation>Seulement ce qui est choisi ({count})</translation>
    </message>
    <message id="export.format">
        <source>export.format</source>
        <translation>Sous quelle forme&#xa0;?</translation>
    </message>
    <message id="export.go">
        <source>export.go</source>
        <translation>Exporter…</translation>
    </message>
    <message id="export.leave">
        <source>export.leave</source>
        <translation>Annuler</translation>
    </message>
    <message id="export.format.shapefile">
        <source>export.format.shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message id="export.format.gpkg">
        <source>export.format.gpkg</source>
        <translation>GeoPackage avec styles QGIS</translation>
    </message>
    <message id="export.format.geojson">
        <source>export.format.geojson</source>
        <translation>GeoJSON</translation>
    </message>
    <message id="export.format.flatgeobuf">
        <source>export.format.flatgeobuf</source>
        <translation>FlatGeobuf</translation>
    </message>
    <message id="export.format.kml">
        <source>export.format.kml</source>
        <translation>KML (Google Earth)</translation>
    </message>
    <message id="export.format.dxf">
        <source>export.format.dxf</source>
        <translation>DXF (plan pour DAO)</translation>
    </message>
    <message id="export.format.csv">
        <source>export.format.csv</source>
        <translation>Tableaux CSV</translation>
    </message>
    <message id="export.format.xlsx">
        <source>export.format.xlsx</source>
        <translation>Classeur Excel</translation>
    </message>
    <message id="export.crs">
        <source>export.crs</source>
        <translation>En quelles coordonnées&#xa0;?</translation>
    </message>
    <message id="export.crs.usual">
        <source>export.crs.usual</source>
        <translation>Habituelles&#xa0;: longitudes et latitudes</translation>
    </message>
    <message id="export.crs.usual.dxf">
        <source>export.crs.usual.dxf</source>
        <translation>Habituelles&#xa0;: en mètres, dans le plan du territoire</translation>
    </message>
    <message id="export.crs.fixed">
        <source>export.crs.fixed</source>
        <translation>Longitudes et latitudes, fixées par le format</translation>
    </message>
    <message id="export.crs.EPSG:2154">
        <source>export.crs.EPSG:2154</source>
        <translation>Lambert-93, métropole (EPSG:2154)</translation>
    </message>
    <message id="export.crs.EPSG:4326">
        <source>export.crs.EPSG:4326</source>
        <translation>WGS 84, longitudes et latitudes (EPSG:4326)</translation>
    </message>
    <message id="export.crs.EPSG:5490">
        <source>export.crs.EPSG:5490</source>
        <translation>Guadeloupe et Martinique, UTM 20 (EPSG:5490)</translation>
    </message>
    <message id="export.crs.EPSG:2972">
        <source>export.crs.EPSG:2972</source>
        <translation>Guyane, UTM 22 (EPSG:2972)</translation>
    </message>
    <message id="export.crs.EPSG:2975">
        <source>export.crs.EPSG:2975</source>
        <translation>La Réunion, UTM 40 (EPSG:2975)</translation>
    </message>
    <message id="export.crs.EPSG:4471">
        <source>export.crs.EPSG:4471</source>
        <translation>Mayotte, UTM 38 (EPSG:4471)</translation>
    </message>
    <message id="export.crs.another">
        <source>export.crs.another</source>
        <translation>Un autre système, par son code EPSG…</translation>
    </message>
    <message id="export.crs.code">
        <source>export.crs.code</source>
        <translation>Code EPSG</translation>
    </message>
    <message id="export.crs.code.example">
        <source>export.crs.code.example</source>
        <translation>Code EPSG, par exemple 3946</translation>
    </message>
    <message id="export.crs.unknown">
        <source>export.crs.unknown</source>
        <translation>Aucun système de coordonnées ne porte ce code.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message id="paper.which">
        <source>paper.which</source>
        <translation>Sur quel papier&#xa0;?</translation>
    </message>
    <message id="paper.a4">
        <source>paper.a4</source>
        <translation>A4 en paysage</translation>
    </message>
    <message id="paper.a4-portrait">
        <source>paper.a4-portrait</source>
        <translation>A4 en portrait</translation>
    </message>
    <message id="paper.a3">
        <source>paper.a3</source>
        <translation>A3 en paysage</translation>
    </message>
    <message id="paper.a3-portrait">
        <source>paper.a3-portrait</source>
        <translation>A3 en portrait</translation>
    </message>
    <message id="paper.go">
        <source>paper.go</source>
        <translation>Choisir le fichier…</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message id="hover.uncovered">
        <source>hover.uncovered</source>
        <translation>non couverts&#xa0;: {people}, soit {share}</translation>
    </message>
    <message id="hover.covered">
        <source>hover.covered</source>
        <translation>{people}, toutes couvertes</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message id="card.people-where">
        <source>card.people-where</source>
        <translation>Où vivent-ils&#xa0;?</translation>
    </message>
    <message id="card.bodies">
        <source>card.bodies</source>
        <translation>À qui parler&#xa0;?</translation>
    </message>
    <message id="card.bodies.more">
        <source>card.bodies.more</source>
        <translation>et {n} autres</translation>
    </message>
    <message id="card.explain">
        <source>card.explain</source>
        <translation>Tout le calcul</translation>
    </message>
    <message id="card.back">
        <source>card.back</source>
        <translation>Retour</translation>
    </message>
    <message id="card.open-here">
        <source>card.open-here</source>
        <translation>Et si un lieu ouvrait ici&#xa0;?</translation>
    </message>
    <message id="card.close">
        <source>card.close</source>
        <translation>Et s’il fermait&#xa0;?</translation>
    </message>
    <message id="card.alone">
        <source>card.alone</source>
        <translation>Lui seul dessert</translation>
    </message>
    <message id="card.alone.nobody">
        <source>card.alone.nobody</source>
        <translation>personne&#xa0;: d’autres sont à portée de tous ceux qu’il dessert</translation>
    </message>
    <message id="card.nobody-lives">
        <source>card.nobody-lives</source>
        <translation>Personne n’y habite.</translation>
    </message>
    <message id="card.nearest-mean">
        <source>card.nearest-mean</source>
        <translation>Le plus proche est en moyenne à {distance}.</translation>
    </message>
    <message id="card.above">
        <source>card.above</source>
        <translation>Fait partie de</translation>
    </message>
    <message id="card.neighbours">
        <source>card.neighbours</source>
        <translation>À côté</translation>
    </message>
    <message id="card.resources">
        <source>card.resources</source>
        <translation>Qui peut aider&#x202f;?</translation>
    </message>
    <message id="card.links">
        <source>card.links</source>
        <translation>Travaille avec</translation>
    </message>
    <message id="card.member.member">
        <source>card.member.member</source>
        <translation>adhérent</translation>
    </message>
    <message id="card.member.not-member">
        <source>card.member.not-member</source>
        <translation>non adhérent</translation>
    </message>
    <message id="card.member.unknown">
        <source>card.member.unknown</source>
        <translation>adhésion non précisée</translation>
    </message>
    <message id="card.status">
        <source>card.status</source>
        <translation>Situation</translation>
    </message>
    <message id="card.status.open">
        <source>card.status.open</source>
        <translation>ouvert</translation>
    </message>
    <message id="card.status.closed">
        <source>card.status.closed</source>
        <translation>fermé</translation>
    </message>
    <message id="card.status.planned">
        <source>card.status.planned</source>
        <translation>en projet</translation>
    </message>
    <message id="card.since">
        <source>card.since</source>
        <translation>ouvert depuis {date}</translation>
    </message>
    <message id="card.until">
        <source>card.until</source>
        <translation>jusqu’à {date}</translation>
    </message>
    <message id="card.alone.where">
        <source>card.alone.where</source>
        <translation>surtout à {list}</translation>
    </message>
    <message id="card.print">
        <source>card.print</source>
        <translation>Imprimer sa page</translation>
    </message>
    <message id="card.own-contracts">
        <source>card.own-contracts</source>
        <translation>Contrats dont il est partie</translation>
    </message>
    <message id="card.around-contracts">
        <source>card.around-contracts</source>
        <translation>Contrats sur sa commune</translation>
    </message>
    <message id="card.gap.contracts">
        <source>card.gap.contracts</source>
        <translation>Quel contrat&#x202f;?</translation>
    </message>
    <message id="card.gap.no-contract">
        <source>card.gap.no-contract</source>
        <translation>Aucun contrat des listes ne porte sur cette zone, ni n’y a pris fin depuis cinq ans.</translation>
    </message>
    <message id="card.source-row">
        <source>card.source-row</source>
        <translation>Écrit dans</translation>
    </message>
    <message id="card.correct">
        <source>card.correct</source>
        <translation>Corriger ou compléter…</translation>
    </message>
    <message id="card.link">
        <source>card.link</source>
        <translation>Proposer une coopération…</translation>
    </message>
    <message id="card.contest">
        <source>card.contest</source>
        <translation>Contester ou commenter…</translation>
    </message>
    <message id="card.missing">
        <source>card.missing</source>
        <translation>Signaler quelqu’un qui manque…</translation>
    </message>
    <message id="card.confirmed">
        <source>card.confirmed</source>
        <translation>Dernière confirmation</translation>
    </message>
    <message id="card.gap">
        <source>card.gap</source>
        <translation>Non couvert n° {rank}</translation>
    </message>
    <message id="card.why">
        <source>card.why</source>
        <translation>Pourquoi&#xa0;?</translation>
    </message>
    <message id="card.uncertain">
        <source>card.uncertain</source>
        <translation>Incertain&#xa0;: selon les positions exactes, au moins {people} ne sont pas couvertes.</translation>
    </message>
    <message id="card.nearest">
        <source>card.nearest</source>
        <translation>Le plus proche&#xa0;?</translation>
    </message>
    <message id="card.deepest">
        <source>card.deepest</source>
        <translation>Son point le plus éloigné</translation>
    </message>
    <message id="card.whence">
        <source>card.whence</source>
        <translation>D’où vient ce chiffre&#xa0;?</translation>
    </message>
    <message id="card.whence.gap">
        <source>card.whence.gap</source>
        <translation>Habitants à plus de {reach}, comptés là où ils vivent ({model}).</translation>
    </message>
    <message id="card.record">
        <source>card.record</source>
        <translation>Qui est là</translation>
    </message>
    <message id="card.commune">
        <source>card.commune</source>
        <translation>Commune</translation>
    </message>
    <message id="card.functions">
        <source>card.functions</source>
        <translation>Fait</translation>
    </message>
    <message id="card.capacity">
        <source>card.capacity</source>
        <translation>Jauge</translation>
    </message>
    <message id="card.network">
        <source>card.network</source>
        <translation>Réseau</translation>
    </message>
    <message id="card.precision">
        <source>card.precision</source>
        <translation>Précision de la position</translation>
    </message>
    <message id="card.population">
        <source>card.population</source>
        <translation>Population</translation>
    </message>
    <message id="card.nothing">
        <source>card.nothing</source>
        <translation>Cliquez sur la carte ou sur une ligne du tableau.</translation>
    </message>
</context>
<context>
    <name>tell</name>
    <message id="tell.not-surveyed">
        <source>tell.not-surveyed</source>
        <translation>Les listes n’ont pas cherché partout ici&#xa0;: leur silence n’est pas une absence.</translation>
    </message>
    <message id="tell.link">
        <source>tell.link</source>
        <translation>{names}&#xa0;: {intensity}</translation>
    </message>
    <message id="tell.link.nature">
        <source>tell.link.nature</source>
        <translation>{names}&#xa0;: {intensity}, {nature}</translation>
    </message>
</context>
<context>
    <name>portrait</name>
    <message id="portrait.failed">
        <source>portrait.failed</source>
        <translation>La page n’a pas été faite</translation>
    </message>
</context>
<context>
    <name>what-if</name>
    <message id="what-if.title">
        <source>what-if.title</source>
        <translation>Et si…&#xa0;?</translation>
    </message>
    <message id="what-if.hint">
        <source>what-if.hint</source>
        <translation>Un lieu qui ouvre peut être une étape de tournée ou un usage partagé, pas seulement un bâtiment. Tirez-le sur la carte.</translation>
    </message>
    <message id="what-if.resume">
        <source>what-if.resume</source>
        <translation>Reprendre le dernier essai</translation>
    </message>
    <message id="what-if.open">
        <source>what-if.open</source>
        <translation>Ouvrir un lieu sur la carte</translation>
    </message>
    <message id="what-if.best">
        <source>what-if.best</source>
        <translation>Ajouter le meilleur emplacement</translation>
    </message>
    <message id="what-if.undo">
        <source>what-if.undo</source>
        <translation>Annuler</translation>
    </message>
    <message id="what-if.redo">
        <source>what-if.redo</source>
        <translation>Rétablir</translation>
    </message>
    <message id="what-if.save">
        <source>what-if.save</source>
        <translation>Enregistrer…</translation>
    </message>
    <message id="what-if.load">
        <source>what-if.load</source>
        <translation>Ouvrir…</translation>
    </message>
    <message id="what-if.export">
        <source>what-if.export</source>
        <translation>Exporter ce que ça change…</translation>
    </message>
    <message id="what-if.export.filter">
        <source>what-if.export.filter</source>
        <translation>GeoPackage pour SIG (*.gpkg);;Classeur Excel (*.xlsx)</translation>
    </message>
    <message id="what-if.leave">
        <source>what-if.leave</source>
        <translation>Revenir à l’existant</translation>
    </message>
    <message id="what-if.remove">
        <source>what-if.remove</source>
        <translation>Retirer {name}</translation>
    </message>
    <message id="what-if.filter">
        <source>what-if.filter</source>
        <translation>Scénarios (*.json)</translation>
    </message>
    <message id="what-if.place.opened">
        <source>what-if.place.opened</source>
        <translation>Un lieu ouvre (n° {name})</translation>
    </message>
    <message id="what-if.place.moved">
        <source>what-if.place.moved</source>
        <translation>{name} déménage</translation>
    </message>
    <message id="what-if.place.closed">
        <source>what-if.place.closed</source>
        <translation>{name} ferme</translation>
    </message>
    <message id="what-if.people">
        <source>what-if.people</source>
        <translation>Habitants couverts&#xa0;: {before} → {after}</translation>
    </message>
    <message id="what-if.gained">
        <source>what-if.gained</source>
        <translation>Gagnés&#xa0;: {people}</translation>
    </message>
    <message id="what-if.lost">
        <source>what-if.lost</source>
        <translation>Perdus&#xa0;: {people}</translation>
    </message>
    <message id="what-if.nothing">
        <source>what-if.nothing</source>
        <translation>Rien ne change.</translation>
    </message>
    <message id="what-if.hole">
        <source>what-if.hole</source>
        <translation>N° {rank}, {name}&#xa0;: {before} → {after}</translation>
    </message>
    <message id="what-if.hole-gone">
        <source>what-if.hole-gone</source>
        <translation>comblé</translation>
    </message>
    <message id="what-if.opened-hole">
        <source>what-if.opened-hole</source>
        <translation>Un trou s’ouvre&#xa0;: {name}, {people}</translation>
    </message>
    <message id="what-if.more-holes">
        <source>what-if.more-holes</source>
        <translation>et {n} autres</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message id="start.title">
        <source>start.title</source>
        <translation>Où sont les trous dans la raquette&#xa0;?</translation>
    </message>
    <message id="start.about">
        <source>start.about</source>
        <translation>Ouvrez une étude ou une base, ou déposez-la ici. Déposez une liste (Excel, CSV…) pour commencer une étude.</translation>
    </message>
    <message id="start.open">
        <source>start.open</source>
        <translation>Ouvrir une étude…</translation>
    </message>
    <message id="start.new">
        <source>start.new</source>
        <translation>Nouvelle étude…</translation>
    </message>
    <message id="start.lists">
        <source>start.lists</source>
        <translation>Listes (*.xlsx *.ods *.xls *.csv *.geojson *.shp *.kml)</translation>
    </message>
    <message id="start.cancel">
        <source>start.cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message id="start.recent">
        <source>start.recent</source>
        <translation>Ouvertes récemment</translation>
    </message>
    <message id="start.demonstrations">
        <source>start.demonstrations</source>
        <translation>Démonstrations</translation>
    </message>
    <message id="start.filter">
        <source>start.filter</source>
        <translation>Études et bases (*.toml *.gpkg)</translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message id="classes.title">
        <source>classes.title</source>
        <translation>Classes et couleurs</translation>
    </message>
    <message id="classes.rule">
        <source>classes.rule</source>
        <translation>Comment les chiffres sont rangés</translation>
    </message>
    <message id="classes.rule.own">
        <source>classes.rule.own</source>
        <translation>Classes de Raquette</translation>
    </message>
    <message id="classes.rule.quantile">
        <source>classes.rule.quantile</source>
        <translation>Autant de territoires dans chacune</translation>
    </message>
    <message id="classes.rule.equal">
        <source>classes.rule.equal</source>
        <translation>Écarts égaux</translation>
    </message>
    <message id="classes.rule.jenks">
        <source>classes.rule.jenks</source>
        <translation>Coupures naturelles</translation>
    </message>
    <message id="classes.rule.head-tail">
        <source>classes.rule.head-tail</source>
        <translation>Coupures à la moyenne</translation>
    </message>
    <message id="classes.rule.q6">
        <source>classes.rule.q6</source>
        <translation>Extrêmes à part (Q6)</translation>
    </message>
    <message id="classes.rule.hand">
        <source>classes.rule.hand</source>
        <translation>À la main</translation>
    </message>
    <message id="classes.count">
        <source>classes.count</source>
        <translation>Nombre de classes</translation>
    </message>
    <message id="classes.classes">
        <source>classes.classes</source>
        <translation>classes</translation>
    </message>
    <message id="classes.bounds">
        <source>classes.bounds</source>
        <translation>Limites entre les classes, séparées par des points-virgules</translation>
    </message>
    <message id="classes.ramp">
        <source>classes.ramp</source>
        <translation>Couleurs</translation>
    </message>
    <message id="classes.ramp.usual">
        <source>classes.ramp.usual</source>
        <translation>Du jaune au bleu</translation>
    </message>
    <message id="classes.ramp.blue">
        <source>classes.ramp.blue</source>
        <translation>Bleus</translation>
    </message>
    <message id="classes.ramp.warm">
        <source>classes.ramp.warm</source>
        <translation>Bruns</translation>
    </message>
    <message id="classes.warning.bounds">
        <source>classes.warning.bounds</source>
        <translation>Écrivez deux à six limites, de la plus petite à la plus grande, par exemple 20&#xa0;; 40&#xa0;; 60.</translation>
    </message>
</context>
<context>
    <name>contributions</name>
    <message id="contributions.title">
        <source>contributions.title</source>
        <translation>Contributions et diagnostic</translation>
    </message>
    <message id="contributions.not-kept">
        <source>contributions.not-kept</source>
        <translation>Cette étude ne garde pas de contributions. Ouvrez le fichier de l’étude (.toml), où contributions = &quot;contributions/&quot; est écrit sous [study].</translation>
    </message>
    <message id="contributions.no-debate">
        <source>contributions.no-debate</source>
        <translation>Diagnostic en projet&#xa0;: il n’a jamais été mis en débat.</translation>
    </message>
    <message id="contributions.none">
        <source>contributions.none</source>
        <translation>Rien n’a encore été proposé. Les contributions arrivent par courriel («&#xa0;Apporter un fichier&#xa0;») ou depuis la carte d’un lieu, d’un trou, d’une commune.</translation>
    </message>
    <message id="contributions.on">
        <source>contributions.on</source>
        <translation>reçue</translation>
    </message>
    <message id="contributions.about">
        <source>contributions.about</source>
        <translation>à propos de</translation>
    </message>
    <message id="contributions.what">
        <source>contributions.what</source>
        <translation>nature</translation>
    </message>
    <message id="contributions.organisation">
        <source>contributions.organisation</source>
        <translation>pour</translation>
    </message>
    <message id="contributions.status">
        <source>contributions.status</source>
        <translation>état</translation>
    </message>
    <message id="contributions.votes">
        <source>contributions.votes</source>
        <translation>avis</translation>
    </message>
    <message id="contributions.for">
        <source>contributions.for</source>
        <translation>Au nom de</translation>
    </message>
    <message id="contributions.reason">
        <source>contributions.reason</source>
        <translation>Pourquoi</translation>
    </message>
    <message id="contributions.debate">
        <source>contributions.debate</source>
        <translation>Mettre le diagnostic en débat</translation>
    </message>
    <message id="contributions.adopt">
        <source>contributions.adopt</source>
        <translation>Adopter le diagnostic</translation>
    </message>
    <message id="contributions.bring">
        <source>contributions.bring</source>
        <translation>Apporter un fichier…</translation>
    </message>
    <message id="contributions.vote-yes">
        <source>contributions.vote-yes</source>
        <translation>C’est exact</translation>
    </message>
    <message id="contributions.vote-no">
        <source>contributions.vote-no</source>
        <translation>C’est faux</translation>
    </message>
    <message id="contributions.discuss">
        <source>contributions.discuss</source>
        <translation>Dire un mot</translation>
    </message>
    <message id="contributions.accept">
        <source>contributions.accept</source>
        <translation>Accepter</translation>
    </message>
    <message id="contributions.refuse">
        <source>contributions.refuse</source>
        <translation>Refuser</translation>
    </message>
    <message id="contributions.take-back">
        <source>contributions.take-back</source>
        <translation>Retirer</translation>
    </message>
    <message id="contributions.nothing">
        <source>contributions.nothing</source>
        <translation>(rien)</translation>
    </message>
    <message id="contributions.colon">
        <source>contributions.colon</source>
        <translation>&#xa0;: </translation>
    </message>
    <message id="contributions.new.venues">
        <source>contributions.new.venues</source>
        <translation>Nouveau lieu</translation>
    </message>
    <message id="contributions.new.actors">
        <source>contributions.new.actors</source>
        <translation>Nouvel acteur</translation>
    </message>
    <message id="contributions.new.links">
        <source>contributions.new.links</source>
        <translation>Nouvelle coopération</translation>
    </message>
    <message id="contributions.private">
        <source>contributions.private</source>
        <translation>{field}&#xa0;: changé (privé)</translation>
    </message>
    <message id="contributions.said">
        <source>contributions.said</source>
        <translation>{field}&#xa0;: {after}</translation>
    </message>
    <message id="contributions.change">
        <source>contributions.change</source>
        <translation>{field}&#xa0;: {before} → {after}</translation>
    </message>
    <message id="contributions.met">
        <source>contributions.met</source>
        <translation>(l’étude dit maintenant&#xa0;: {now})</translation>
    </message>
    <message id="contributions.because">
        <source>contributions.because</source>
        <translation>Raison&#xa0;: {reason}</translation>
    </message>
    <message id="contributions.id">
        <source>contributions.id</source>
        <translation>Identifiant&#xa0;: {id}</translation>
    </message>
    <message id="contributions.yes">
        <source>contributions.yes</source>
        <translation>C’est exact, pour&#xa0;: {list}</translation>
    </message>
    <message id="contributions.no">
        <source>contributions.no</source>
        <translation>C’est faux, pour&#xa0;: {list}</translation>
    </message>
    <message id="contributions.word">
        <source>contributions.word</source>
        <translation>{organisation}, le {date}&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message id="contributions.settled">
        <source>contributions.settled</source>
        <translation>{organisation}, le {date} ({act})&#xa0;: «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message id="contributions.choose">
        <source>contributions.choose</source>
        <translation>Choisir…</translation>
    </message>
    <message id="contributions.choose.new">
        <source>contributions.choose.new</source>
        <translation>ce que dit la contribution&#xa0;: {value}</translation>
    </message>
    <message id="contributions.choose.now">
        <source>contributions.choose.now</source>
        <translation>ce que dit l’étude&#xa0;: {value}</translation>
    </message>
    <message id="contributions.why.organisation">
        <source>contributions.why.organisation</source>
        <translation>Dites au nom de quelle organisation vous parlez.</translation>
    </message>
    <message id="contributions.why.settled">
        <source>contributions.why.settled</source>
        <translation>Elle est déjà tranchée.</translation>
    </message>
    <message id="contributions.why.right">
        <source>contributions.why.right</source>
        <translation>{organisation} ne peut pas trancher celle-ci&#xa0;; le peuvent&#xa0;: {list}.</translation>
    </message>
    <message id="contributions.why.contest">
        <source>contributions.why.contest</source>
        <translation>Une contestation attend une réponse, pas un vote.</translation>
    </message>
    <message id="contributions.why.answer">
        <source>contributions.why.answer</source>
        <translation>Répondez dans «&#xa0;Pourquoi&#xa0;»&#xa0;: une contestation attend une réponse.</translation>
    </message>
    <message id="contributions.why.reason">
        <source>contributions.why.reason</source>
        <translation>Dites pourquoi.</translation>
    </message>
    <message id="contributions.why.choose">
        <source>contributions.why.choose</source>
        <translation>Choisissez ce que chaque champ doit dire.</translation>
    </message>
    <message id="contributions.why.not-accepted">
        <source>contributions.why.not-accepted</source>
        <translation>Elle ne fait pas partie de l’étude.</translation>
    </message>
    <message id="contributions.why.no-debate">
        <source>contributions.why.no-debate</source>
        <translation>Aucun diagnostic n’est en débat.</translation>
    </message>
    <message id="contributions.why.adopters">
        <source>contributions.why.adopters</source>
        <translation>Se prononcent sur le diagnostic&#xa0;: {list}.</translation>
    </message>
    <message id="contributions.why.adopted">
        <source>contributions.why.adopted</source>
        <translation>{organisation} l’a déjà adopté.</translation>
    </message>
    <message id="contributions.why.contested">
        <source>contributions.why.contested</source>
        <translation>Contestations sans réponse&#xa0;: {n}.</translation>
    </message>
    <message id="contributions.why.changed">
        <source>contributions.why.changed</source>
        <translation>L’étude a changé depuis&#xa0;: mettez de nouveau le diagnostic en débat.</translation>
    </message>
</context>
<context>
    <name>proposal</name>
    <message id="proposal.remark">
        <source>proposal.remark</source>
        <translation>Votre remarque</translation>
    </message>
    <message id="proposal.contests">
        <source>proposal.contests</source>
        <translation>C’est une contestation&#xa0;: il faudra y répondre avant d’adopter le diagnostic</translation>
    </message>
    <message id="proposal.author">
        <source>proposal.author</source>
        <translation>Votre nom (reste privé)</translation>
    </message>
    <message id="proposal.now">
        <source>proposal.now</source>
        <translation>Proposer</translation>
    </message>
    <message id="proposal.file">
        <source>proposal.file</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message id="proposal.why.name">
        <source>proposal.why.name</source>
        <translation>Donnez au moins un nom.</translation>
    </message>
    <message id="proposal.link.unstated">
        <source>proposal.link.unstated</source>
        <translation>non précisé</translation>
    </message>
    <message id="proposal.why.party">
        <source>proposal.why.party</source>
        <translation>Dites avec qui.</translation>
    </message>
    <message id="proposal.why.nothing">
        <source>proposal.why.nothing</source>
        <translation>Rien n’est encore changé ni dit.</translation>
    </message>
    <message id="proposal.confirms">
        <source>proposal.confirms</source>
        <translation>Tout le reste est exact aujourd’hui</translation>
    </message>
</context>
<context>
    <name>assistant</name>
    <message id="assistant.columns">
        <source>assistant.columns</source>
        <translation>1. Ce que dit votre liste</translation>
    </message>
    <message id="assistant.places">
        <source>assistant.places</source>
        <translation>2. Où sont ses lignes, et ce qui est douteux</translation>
    </message>
    <message id="assistant.question">
        <source>assistant.question</source>
        <translation>3. Ce qu’on cherche</translation>
    </message>
    <message id="assistant.unused">
        <source>assistant.unused</source>
        <translation>– non lue –</translation>
    </message>
    <message id="assistant.back">
        <source>assistant.back</source>
        <translation>Précédent</translation>
    </message>
    <message id="assistant.again">
        <source>assistant.again</source>
        <translation>Relire la liste</translation>
    </message>
    <message id="assistant.stopped">
        <source>assistant.stopped</source>
        <translation>La lecture a été arrêtée&#xa0;: rien n’est perdu, rien n’est écrit.</translation>
    </message>
    <message id="assistant.failed">
        <source>assistant.failed</source>
        <translation>Cette liste n’a pas pu être lue. Corrigez-la dans votre tableur ou choisissez une autre feuille, puis relisez-la. Le programme dit&#xa0;:
{problem}</translation>
    </message>
    <message id="assistant.no-row">
        <source>assistant.no-row</source>
        <translation>{file}&#xa0;: aucune ligne d’une liste n’y a été trouvée. Est-ce le bon fichier, ou la bonne feuille&#xa0;?</translation>
    </message>
    <message id="assistant.next">
        <source>assistant.next</source>
        <translation>Suivant</translation>
    </message>
    <message id="assistant.save">
        <source>assistant.save</source>
        <translation>Enregistrer et voir la carte…</translation>
    </message>
    <message id="assistant.filter">
        <source>assistant.filter</source>
        <translation>Étude (*.toml)</translation>
    </message>
    <message id="assistant.kind">
        <source>assistant.kind</source>
        <translation>C’est une liste</translation>
    </message>
    <message id="assistant.venues">
        <source>assistant.venues</source>
        <translation>de lieux</translation>
    </message>
    <message id="assistant.actors">
        <source>assistant.actors</source>
        <translation>de structures</translation>
    </message>
    <message id="assistant.sheet">
        <source>assistant.sheet</source>
        <translation>Feuille</translation>
    </message>
    <message id="assistant.contributor">
        <source>assistant.contributor</source>
        <translation>Faite par</translation>
    </message>
    <message id="assistant.date">
        <source>assistant.date</source>
        <translation>Date de la liste</translation>
    </message>
    <message id="assistant.private">
        <source>assistant.private</source>
        <translation>Les colonnes de contact sont privées&#xa0;: elles ne sortent ni sur une carte, ni dans un export.</translation>
    </message>
    <message id="assistant.rows">
        <source>assistant.rows</source>
        <translation>{rows} lignes lues, {rejected} mises de côté</translation>
    </message>
    <message id="assistant.at">
        <source>assistant.at</source>
        <translation>{count} placées, position {precision}</translation>
    </message>
    <message id="assistant.not-placed">
        <source>assistant.not-placed</source>
        <translation>{count} gardées, sans position</translation>
    </message>
    <message id="assistant.row">
        <source>assistant.row</source>
        <translation>ligne</translation>
    </message>
    <message id="assistant.what">
        <source>assistant.what</source>
        <translation>ce qui est douteux</translation>
    </message>
    <message id="assistant.value">
        <source>assistant.value</source>
        <translation>{column} «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message id="assistant.action">
        <source>assistant.action</source>
        <translation>pourquoi, et que faire</translation>
    </message>
    <message id="assistant.click">
        <source>assistant.click</source>
        <translation>Choisissez une question (?) puis cliquez sur la carte à l’endroit voulu, ou prenez une des réponses proposées.</translation>
    </message>
    <message id="assistant.choose">
        <source>assistant.choose</source>
        <translation>Choisir…</translation>
    </message>
    <message id="assistant.samples">
        <source>assistant.samples</source>
        <translation>par exemple</translation>
    </message>
    <message id="assistant.resumed">
        <source>assistant.resumed</source>
        <translation>Vous aviez commencé cette étude sans l’enregistrer&#xa0;: vos réponses sont là.</translation>
    </message>
    <message id="assistant.anew">
        <source>assistant.anew</source>
        <translation>Tout recommencer</translation>
    </message>
    <message id="assistant.set-aside">
        <source>assistant.set-aside</source>
        <translation>mise de côté</translation>
    </message>
    <message id="assistant.title">
        <source>assistant.title</source>
        <translation>Titre</translation>
    </message>
    <message id="assistant.area">
        <source>assistant.area</source>
        <translation>Où</translation>
    </message>
    <message id="assistant.everywhere">
        <source>assistant.everywhere</source>
        <translation>toute la France</translation>
    </message>
    <message id="assistant.reach">
        <source>assistant.reach</source>
        <translation>À moins de</translation>
    </message>
</context>
<context>
    <name>background</name>
    <message id="background.show">
        <source>background.show</source>
        <translation>Fond de carte</translation>
    </message>
    <message id="background.settings">
        <source>background.settings</source>
        <translation>Réglages…</translation>
    </message>
    <message id="background.settings.title">
        <source>background.settings.title</source>
        <translation>Réglages du fond de carte</translation>
    </message>
    <message id="background.settings.address">
        <source>background.settings.address</source>
        <translation>Adresse des images</translation>
    </message>
    <message id="background.settings.attribution">
        <source>background.settings.attribution</source>
        <translation>Mention sur la carte</translation>
    </message>
    <message id="background.settings.highest-zoom">
        <source>background.settings.highest-zoom</source>
        <translation>Niveau de détail le plus fin</translation>
    </message>
    <message id="background.settings.strength">
        <source>background.settings.strength</source>
        <translation>Force des couleurs de la carte</translation>
    </message>
    <message id="background.settings.explained">
        <source>background.settings.explained</source>
        <translation>Tant que le fond de carte est affiché, les images de la partie du territoire que vous regardez sont demandées à cette adresse&#x202f;; celles déjà vues sont gardées sur cet ordinateur. Rien n’est demandé quand il ne l’est pas.</translation>
    </message>
    <message id="background.settings.empty-cache">
        <source>background.settings.empty-cache</source>
        <translation>Oublier les images gardées</translation>
    </message>
    <message id="background.settings.accept">
        <source>background.settings.accept</source>
        <translation>Enregistrer</translation>
    </message>
    <message id="background.settings.cancel">
        <source>background.settings.cancel</source>
        <translation>Annuler</translation>
    </message>
    <message id="background.unavailable">
        <source>background.unavailable</source>
        <translation>Fond de carte indisponible</translation>
    </message>
    <message id="background.openstreetmap">
        <source>background.openstreetmap</source>
        <translation>© les contributeurs d’OpenStreetMap</translation>
    </message>
    <message id="background.problem.places">
        <source>background.problem.places</source>
        <translation>L’adresse doit contenir {z}, {x} et {y}&#x202f;: le niveau de détail, la colonne et la ligne de chaque image.</translation>
    </message>
    <message id="background.problem.unknown-place">
        <source>background.problem.unknown-place</source>
        <translation>L’adresse contient des accolades qui ne sont ni {z}, ni {x}, ni {y}.</translation>
    </message>
    <message id="background.problem.scheme">
        <source>background.problem.scheme</source>
        <translation>L’adresse doit commencer par https:// ou http:// et le nom d’un serveur.</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message id="compare.more">
        <source>compare.more</source>
        <translation>En {here}&#xa0;: {people} de plus qu’en {there}</translation>
    </message>
    <message id="compare.less">
        <source>compare.less</source>
        <translation>En {here}&#xa0;: {people} de moins qu’en {there}</translation>
    </message>
    <message id="compare.other">
        <source>compare.other</source>
        <translation>{title}, {year}&#xa0;: {here} des habitants couverts, {there} sur la première carte</translation>
    </message>
    <message id="compare.same">
        <source>compare.same</source>
        <translation>En {here}&#xa0;: autant d’habitants couverts qu’en {there}</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message id="look.title">
        <source>look.title</source>
        <translation>Ordre et opacité</translation>
    </message>
    <message id="look.list">
        <source>look.list</source>
        <translation>Ce que montre la carte, du dessus au dessous</translation>
    </message>
    <message id="look.territories">
        <source>look.territories</source>
        <translation>Territoires en couleurs</translation>
    </message>
    <message id="look.borders">
        <source>look.borders</source>
        <translation>Départements et régions</translation>
    </message>
    <message id="look.circles">
        <source>look.circles</source>
        <translation>Cercles</translation>
    </message>
    <message id="look.row">
        <source>look.row</source>
        <translation>{part} ({percent})</translation>
    </message>
    <message id="look.up">
        <source>look.up</source>
        <translation>Monter (Alt+↑)</translation>
    </message>
    <message id="look.down">
        <source>look.down</source>
        <translation>Descendre (Alt+↓)</translation>
    </message>
    <message id="look.opacity">
        <source>look.opacity</source>
        <translation>{part}&#xa0;: opacité {percent}</translation>
    </message>
    <message id="look.own">
        <source>look.own</source>
        <translation>Revenir à ceux de Raquette</translation>
    </message>
</context>
<context>
    <name>styles</name>
    <message id="styles.unsaved">
        <source>styles.unsaved</source>
        <translation>Les couleurs choisies n’ont pas pu être écrites dans {file}, protégé ou ouvert ailleurs&#xa0;: elles sont gardées sur cet ordinateur et y seront écrites plus tard.</translation>
    </message>
</context>
</TS>
