<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>window</name>
    <message id="window.rank">
        <source>window.rank</source>
        <translation>rank</translation>
    </message>
    <message id="window.name">
        <source>window.name</source>
        <translation>name</translation>
    </message>
    <message id="window.people">
        <source>window.people</source>
        <translation>people</translation>
    </message>
    <message id="window.area">
        <source>window.area</source>
        <translation>km²</translation>
    </message>
    <message id="window.nearest-name">
        <source>window.nearest-name</source>
        <translation>the nearest</translation>
    </message>
    <message id="window.nearest-km">
        <source>window.nearest-km</source>
        <translation>at</translation>
    </message>
    <message id="window.cause">
        <source>window.cause</source>
        <translation>cause</translation>
    </message>
    <message id="window.certainty">
        <source>window.certainty</source>
        <translation>certainty</translation>
    </message>
    <message id="window.certain">
        <source>window.certain</source>
        <translation>certain</translation>
    </message>
    <message id="window.uncertain">
        <source>window.uncertain</source>
        <translation>uncertain</translation>
    </message>
    <message id="window.mode.who">
        <source>window.mode.who</source>
        <translation>Who is there?</translation>
    </message>
    <message id="window.mode.share">
        <source>window.mode.share</source>
        <translation>What do we have to share?</translation>
    </message>
    <message id="window.mode.gaps">
        <source>window.mode.gaps</source>
        <translation>Where is it missing?</translation>
    </message>
    <message id="window.within">
        <source>window.within</source>
        <translation>within {reach}</translation>
    </message>
    <message id="window.where">
        <source>window.where</source>
        <translation>Where</translation>
    </message>
    <message id="window.on-map">
        <source>window.on-map</source>
        <translation>On the map</translation>
    </message>
    <message id="window.over">
        <source>window.over</source>
        <translation>Laid over</translation>
    </message>
    <message id="window.over.contracts">
        <source>window.over.contracts</source>
        <translation>Contracts in force</translation>
    </message>
    <message id="window.over.links">
        <source>window.over.links</source>
        <translation>Cooperation</translation>
    </message>
    <message id="window.over.records">
        <source>window.over.records</source>
        <translation>All venues and actors</translation>
    </message>
    <message id="window.show.holes">
        <source>window.show.holes</source>
        <translation>Not covered</translation>
    </message>
    <message id="window.show.people">
        <source>window.show.people</source>
        <translation>Uncovered people</translation>
    </message>
    <message id="window.show.covered">
        <source>window.show.covered</source>
        <translation>Covered</translation>
    </message>
    <message id="window.show.providers">
        <source>window.show.providers</source>
        <translation>Venues and actors</translation>
    </message>
    <message id="window.show.numbers">
        <source>window.show.numbers</source>
        <translation>Numbers</translation>
    </message>
    <message id="window.show.names">
        <source>window.show.names</source>
        <translation>Names</translation>
    </message>
    <message id="window.search">
        <source>window.search</source>
        <translation>Find a commune, a venue, an actor…</translation>
    </message>
    <message id="window.save">
        <source>window.save</source>
        <translation>Save the map…</translation>
    </message>
    <message id="window.save.filter">
        <source>window.save.filter</source>
        <translation>PDF page (*.pdf);;PNG picture (*.png);;SVG drawing (*.svg)</translation>
    </message>
    <message id="window.save.failed">
        <source>window.save.failed</source>
        <translation>The map was not saved</translation>
    </message>
    <message id="window.gaps">
        <source>window.gaps</source>
        <translation>Uncovered areas</translation>
    </message>
    <message id="window.territories">
        <source>window.territories</source>
        <translation>Territories</translation>
    </message>
    <message id="window.records">
        <source>window.records</source>
        <translation>Who is there</translation>
    </message>
    <message id="window.share">
        <source>window.share</source>
        <translation>Cooperation</translation>
    </message>
    <message id="window.by-level">
        <source>window.by-level</source>
        <translation>Territories to show</translation>
    </message>
    <message id="window.by-level.commune">
        <source>window.by-level.commune</source>
        <translation>by commune</translation>
    </message>
    <message id="window.by-level.epci">
        <source>window.by-level.epci</source>
        <translation>by EPCI</translation>
    </message>
    <message id="window.by-level.departement">
        <source>window.by-level.departement</source>
        <translation>by département</translation>
    </message>
    <message id="window.by-level.region">
        <source>window.by-level.region</source>
        <translation>by région</translation>
    </message>
    <message id="window.covered-share">
        <source>window.covered-share</source>
        <translation>share covered</translation>
    </message>
    <message id="window.not-covered">
        <source>window.not-covered</source>
        <translation>not covered</translation>
    </message>
    <message id="window.providers">
        <source>window.providers</source>
        <translation>venues and actors</translation>
    </message>
    <message id="window.nearest-mean">
        <source>window.nearest-mean</source>
        <translation>the nearest, on average</translation>
    </message>
    <message id="window.distribution">
        <source>window.distribution</source>
        <translation>How the covered share is spread</translation>
    </message>
    <message id="window.distribution.bars">
        <source>window.distribution.bars</source>
        <translation>Territories</translation>
    </message>
    <message id="window.distribution.covered">
        <source>window.distribution.covered</source>
        <translation>covered</translation>
    </message>
    <message id="window.distribution.curve">
        <source>window.distribution.curve</source>
        <translation>Inequality (Gini: {gini})</translation>
    </message>
    <message id="window.distribution.said">
        <source>window.distribution.said</source>
        <translation>At the left, how many territories in each tenth of the share covered ({n} in all). At the right, of all people covered, the share of those of the least covered territories: the farther the curve from the straight line, the more unequal the cover. Gini index: {gini}.</translation>
    </message>
    <message id="window.as-of">
        <source>window.as-of</source>
        <translation>as of {date}</translation>
    </message>
    <message id="window.within-of">
        <source>window.within-of</source>
        <translation>within</translation>
    </message>
    <message id="window.shown-as">
        <source>window.shown-as</source>
        <translation>Show</translation>
    </message>
    <message id="window.aspect.holes">
        <source>window.aspect.holes</source>
        <translation>uncovered areas</translation>
    </message>
    <message id="window.aspect.share-commune">
        <source>window.aspect.share-commune</source>
        <translation>share covered, by commune</translation>
    </message>
    <message id="window.aspect.share-epci">
        <source>window.aspect.share-epci</source>
        <translation>share covered, by EPCI</translation>
    </message>
    <message id="window.aspect.share-departement">
        <source>window.aspect.share-departement</source>
        <translation>share covered, by département</translation>
    </message>
    <message id="window.aspect.nearest-commune">
        <source>window.aspect.nearest-commune</source>
        <translation>distance, by commune</translation>
    </message>
    <message id="window.aspect.nearest-departement">
        <source>window.aspect.nearest-departement</source>
        <translation>distance, by département</translation>
    </message>
    <message id="window.aspect.time-commune">
        <source>window.aspect.time-commune</source>
        <translation>travel time, by commune</translation>
    </message>
    <message id="window.aspect.time-departement">
        <source>window.aspect.time-departement</source>
        <translation>travel time, by département</translation>
    </message>
    <message id="window.aspect.missed-commune">
        <source>window.aspect.missed-commune</source>
        <translation>uncovered people, by commune</translation>
    </message>
    <message id="window.aspect.missed-epci">
        <source>window.aspect.missed-epci</source>
        <translation>uncovered people, by EPCI</translation>
    </message>
    <message id="window.aspect.people-commune">
        <source>window.aspect.people-commune</source>
        <translation>people, by commune</translation>
    </message>
    <message id="window.aspect.baskets-commune">
        <source>window.aspect.baskets-commune</source>
        <translation>everything at once, by commune</translation>
    </message>
    <message id="window.aspect.baskets-epci">
        <source>window.aspect.baskets-epci</source>
        <translation>everything at once, by EPCI</translation>
    </message>
    <message id="window.aspect.baskets-departement">
        <source>window.aspect.baskets-departement</source>
        <translation>everything at once, by département</translation>
    </message>
    <message id="window.aspect.providers-departement">
        <source>window.aspect.providers-departement</source>
        <translation>venues and actors, by département</translation>
    </message>
    <message id="window.year">
        <source>window.year</source>
        <translation>Year</translation>
    </message>
    <message id="window.menu">
        <source>window.menu</source>
        <translation>Menu</translation>
    </message>
    <message id="window.language">
        <source>window.language</source>
        <translation>Language</translation>
    </message>
    <message id="window.official">
        <source>window.official</source>
        <translation>Simple reading</translation>
    </message>
    <message id="window.card">
        <source>window.card</source>
        <translation>Card of what is shown</translation>
    </message>
    <message id="window.tables">
        <source>window.tables</source>
        <translation>Tables</translation>
    </message>
    <message id="window.question">
        <source>window.question</source>
        <translation>Question</translation>
    </message>
    <message id="window.service">
        <source>window.service</source>
        <translation>What is looked for</translation>
    </message>
    <message id="window.other-map">
        <source>window.other-map</source>
        <translation>Second map</translation>
    </message>
    <message id="window.map">
        <source>window.map</source>
        <translation>Map</translation>
    </message>
    <message id="window.export">
        <source>window.export</source>
        <translation>Export the data…</translation>
    </message>
    <message id="window.export.file">
        <source>window.export.file</source>
        <translation>File to export to</translation>
    </message>
    <message id="window.export.where">
        <source>window.export.where</source>
        <translation>Folder to export to</translation>
    </message>
    <message id="window.export.remark">
        <source>window.export.remark</source>
        <translation>About this export</translation>
    </message>
    <message id="window.export.failed">
        <source>window.export.failed</source>
        <translation>Nothing was exported</translation>
    </message>
    <message id="window.failed">
        <source>window.failed</source>
        <translation>That did not work</translation>
    </message>
    <message id="window.appearance">
        <source>window.appearance</source>
        <translation>Colours of the window</translation>
    </message>
    <message id="window.appearance.system">
        <source>window.appearance.system</source>
        <translation>As the computer</translation>
    </message>
    <message id="window.appearance.light">
        <source>window.appearance.light</source>
        <translation>Light</translation>
    </message>
    <message id="window.appearance.dark">
        <source>window.appearance.dark</source>
        <translation>Dark</translation>
    </message>
    <message id="window.writing">
        <source>window.writing</source>
        <translation>Another file is being written: wait until it is, or stop it.</translation>
    </message>
    <message id="window.stop">
        <source>window.stop</source>
        <translation>Stop</translation>
    </message>
    <message id="window.compare-other">
        <source>window.compare-other</source>
        <translation>Compare with another study…</translation>
    </message>
    <message id="window.compare">
        <source>window.compare</source>
        <translation>Compare two years</translation>
    </message>
</context>
<context>
    <name>records</name>
    <message id="records.kind">
        <source>records.kind</source>
        <translation>kind</translation>
    </message>
    <message id="records.commune">
        <source>records.commune</source>
        <translation>commune</translation>
    </message>
    <message id="records.status">
        <source>records.status</source>
        <translation>status</translation>
    </message>
    <message id="records.functions">
        <source>records.functions</source>
        <translation>functions</translation>
    </message>
    <message id="records.member">
        <source>records.member</source>
        <translation>membership</translation>
    </message>
    <message id="records.precision">
        <source>records.precision</source>
        <translation>position known</translation>
    </message>
    <message id="records.venue">
        <source>records.venue</source>
        <translation>venue</translation>
    </message>
    <message id="records.actor">
        <source>records.actor</source>
        <translation>organisation</translation>
    </message>
    <message id="records.not-placed">
        <source>records.not-placed</source>
        <translation>not placed</translation>
    </message>
    <message id="records.function">
        <source>records.function</source>
        <translation>Function</translation>
    </message>
    <message id="records.any-function">
        <source>records.any-function</source>
        <translation>all functions</translation>
    </message>
    <message id="records.any-member">
        <source>records.any-member</source>
        <translation>members or not</translation>
    </message>
    <message id="records.count.one">
        <source>records.count.one</source>
        <translation>{n} row</translation>
    </message>
    <message id="records.count.many">
        <source>records.count.many</source>
        <translation>{n} rows</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message id="links.title">
        <source>links.title</source>
        <translation>Who works with whom</translation>
    </message>
    <message id="links.parties">
        <source>links.parties</source>
        <translation>together</translation>
    </message>
    <message id="links.intensity">
        <source>links.intensity</source>
        <translation>what is shared</translation>
    </message>
    <message id="links.nature">
        <source>links.nature</source>
        <translation>nature</translation>
    </message>
    <message id="links.since">
        <source>links.since</source>
        <translation>since</translation>
    </message>
    <message id="links.until">
        <source>links.until</source>
        <translation>until</translation>
    </message>
    <message id="links.apart">
        <source>links.apart</source>
        <translation>how far apart</translation>
    </message>
    <message id="links.state">
        <source>links.state</source>
        <translation>status</translation>
    </message>
    <message id="links.in-force">
        <source>links.in-force</source>
        <translation>in force</translation>
    </message>
    <message id="links.ended">
        <source>links.ended</source>
        <translation>ended</translation>
    </message>
    <message id="links.to-come">
        <source>links.to-come</source>
        <translation>to come</translation>
    </message>
</context>
<context>
    <name>pairs</name>
    <message id="pairs.title">
        <source>pairs.title</source>
        <translation>Neighbours who complete each other and do not work together</translation>
    </message>
    <message id="pairs.none">
        <source>pairs.none</source>
        <translation>Neighbours who complete each other: the lists do not say enough to look for them</translation>
    </message>
    <message id="pairs.first">
        <source>pairs.first</source>
        <translation>organisation</translation>
    </message>
    <message id="pairs.second">
        <source>pairs.second</source>
        <translation>and organisation</translation>
    </message>
    <message id="pairs.brings">
        <source>pairs.brings</source>
        <translation>brings</translation>
    </message>
</context>
<context>
    <name>official</name>
    <message id="official.which">
        <source>official.which</source>
        <translation>Which territory are we talking about?</translation>
    </message>
    <message id="official.type">
        <source>official.type</source>
        <translation>Name of a commune, an EPCI, a département</translation>
    </message>
    <message id="official.begin">
        <source>official.begin</source>
        <translation>Type the name of a territory, or click on the map.</translation>
    </message>
    <message id="official.have">
        <source>official.have</source>
        <translation>What do we have?</translation>
    </message>
    <message id="official.lack">
        <source>official.lack</source>
        <translation>What do we lack?</translation>
    </message>
    <message id="official.call">
        <source>official.call</source>
        <translation>Who to call?</translation>
    </message>
    <message id="official.beside">
        <source>official.beside</source>
        <translation>How do neighbours do?</translation>
    </message>
    <message id="official.print">
        <source>official.print</source>
        <translation>Print my page</translation>
    </message>
    <message id="official.back">
        <source>official.back</source>
        <translation>Back to the five questions</translation>
    </message>
    <message id="official.print.pdf">
        <source>official.print.pdf</source>
        <translation>Save as PDF…</translation>
    </message>
    <message id="official.print.paper">
        <source>official.print.paper</source>
        <translation>Print on paper…</translation>
    </message>
    <message id="official.print.about">
        <source>official.print.about</source>
        <translation>One A4 page: the map of this territory and its neighbours, what it has, what it lacks, who to call, the contracts, and where the figures come from.</translation>
    </message>
    <message id="official.call.parties">
        <source>official.call.parties</source>
        <translation>Parties to the contracts</translation>
    </message>
    <message id="official.neighbour.each">
        <source>official.neighbour.each</source>
        <translation>{each} EUR of contracts per inhabitant and year</translation>
    </message>
    <message id="official.providers.one">
        <source>official.providers.one</source>
        <translation>{n} venue or actor</translation>
    </message>
    <message id="official.providers.many">
        <source>official.providers.many</source>
        <translation>{n} venues or actors</translation>
    </message>
    <message id="official.covered-here">
        <source>official.covered-here</source>
        <translation>{share} of people covered</translation>
    </message>
    <message id="official.panel">
        <source>official.panel</source>
        <translation>Simple reading: a territory and its neighbours</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message id="print.filter">
        <source>print.filter</source>
        <translation>PDF page (*.pdf);;PNG picture (*.png)</translation>
    </message>
    <message id="print.which">
        <source>print.which</source>
        <translation>{name}, one A4 page</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message id="export.what">
        <source>export.what</source>
        <translation>What should be exported?</translation>
    </message>
    <message id="export.layer.gaps">
        <source>export.layer.gaps</source>
        <translation>Areas not covered</translation>
    </message>
    <message id="export.layer.coverage">
        <source>export.layer.coverage</source>
        <translation>Covered areas</translation>
    </message>
    <message id="export.layer.indicators">
        <source>export.layer.indicators</source>
        <translation>Figures of the territories</translation>
    </message>
    <message id="export.layer.territories">
        <source>export.layer.territories</source>
        <translation>Territories</translation>
    </message>
    <message id="export.layer.venues">
        <source>export.layer.venues</source>
        <translation>Venues</translation>
    </message>
    <message id="export.layer.actors">
        <source>export.layer.actors</source>
        <translation>Organisations</translation>
    </message>
    <message id="export.layer.contracts">
        <source>export.layer.contracts</source>
        <translation>Contracts</translation>
    </message>
    <message id="export.layer.links">
        <source>export.layer.links</source>
        <translation>Cooperation</translation>
    </message>
    <message id="export.everything">
        <source>export.everything</source>
        <translation>Everything, with the tables behind the figures</translation>
    </message>
    <message id="export.chosen">
        <source>export.chosen</source>
        <translation>Only what is chosen ({count})</translation>
    </message>
    <message id="export.format">
        <source>export.format</source>
        <translation>In which form?</translation>
    </message>
    <message id="export.go">
        <source>export.go</source>
        <translation>Export…</translation>
    </message>
    <message id="export.leave">
        <source>export.leave</source>
        <translation>Cancel</translation>
    </message>
    <message id="export.format.shapefile">
        <source>export.format.shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message id="export.format.gpkg">
        <source>export.format.gpkg</source>
        <translation>GeoPackage with QGIS styles</translation>
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
        <translation>DXF (drawing for CAD)</translation>
    </message>
    <message id="export.format.csv">
        <source>export.format.csv</source>
        <translation>CSV tables</translation>
    </message>
    <message id="export.format.xlsx">
        <source>export.format.xlsx</source>
        <translation>Excel workbook</translation>
    </message>
    <message id="export.crs">
        <source>export.crs</source>
        <translation>In which coordinates?</translation>
    </message>
    <message id="export.crs.usual">
        <source>export.crs.usual</source>
        <translation>The usual ones: longitudes and latitudes</translation>
    </message>
    <message id="export.crs.usual.dxf">
        <source>export.crs.usual.dxf</source>
        <translation>The usual ones: metres, on the plane of the territory</translation>
    </message>
    <message id="export.crs.fixed">
        <source>export.crs.fixed</source>
        <translation>Longitudes and latitudes, fixed by the format</translation>
    </message>
    <message id="export.crs.EPSG:2154">
        <source>export.crs.EPSG:2154</source>
        <translation>Lambert-93, mainland (EPSG:2154)</translation>
    </message>
    <message id="export.crs.EPSG:4326">
        <source>export.crs.EPSG:4326</source>
        <translation>WGS 84, longitudes and latitudes (EPSG:4326)</translation>
    </message>
    <message id="export.crs.EPSG:5490">
        <source>export.crs.EPSG:5490</source>
        <translation>Guadeloupe and Martinique, UTM 20 (EPSG:5490)</translation>
    </message>
    <message id="export.crs.EPSG:2972">
        <source>export.crs.EPSG:2972</source>
        <translation>French Guiana, UTM 22 (EPSG:2972)</translation>
    </message>
    <message id="export.crs.EPSG:2975">
        <source>export.crs.EPSG:2975</source>
        <translation>Réunion, UTM 40 (EPSG:2975)</translation>
    </message>
    <message id="export.crs.EPSG:4471">
        <source>export.crs.EPSG:4471</source>
        <translation>Mayotte, UTM 38 (EPSG:4471)</translation>
    </message>
    <message id="export.crs.another">
        <source>export.crs.another</source>
        <translation>Another system, by its EPSG code…</translation>
    </message>
    <message id="export.crs.code">
        <source>export.crs.code</source>
        <translation>EPSG code</translation>
    </message>
    <message id="export.crs.code.example">
        <source>export.crs.code.example</source>
        <translation>EPSG code, for example 3946</translation>
    </message>
    <message id="export.crs.unknown">
        <source>export.crs.unknown</source>
        <translation>No coordinate system has this code.</translation>
    </message>
</context>
<context>
    <name>paper</name>
    <message id="paper.which">
        <source>paper.which</source>
        <translation>On which paper?</translation>
    </message>
    <message id="paper.a4">
        <source>paper.a4</source>
        <translation>A4 landscape</translation>
    </message>
    <message id="paper.a4-portrait">
        <source>paper.a4-portrait</source>
        <translation>A4 portrait</translation>
    </message>
    <message id="paper.a3">
        <source>paper.a3</source>
        <translation>A3 landscape</translation>
    </message>
    <message id="paper.a3-portrait">
        <source>paper.a3-portrait</source>
        <translation>A3 portrait</translation>
    </message>
    <message id="paper.go">
        <source>paper.go</source>
        <translation>Choose the file…</translation>
    </message>
</context>
<context>
    <name>hover</name>
    <message id="hover.uncovered">
        <source>hover.uncovered</source>
        <translation>not covered: {people}, that is {share}</translation>
    </message>
    <message id="hover.covered">
        <source>hover.covered</source>
        <translation>{people}, all covered</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message id="card.people-where">
        <source>card.people-where</source>
        <translation>Where do they live?</translation>
    </message>
    <message id="card.bodies">
        <source>card.bodies</source>
        <translation>Whom to talk to?</translation>
    </message>
    <message id="card.bodies.more">
        <source>card.bodies.more</source>
        <translation>and {n} more</translation>
    </message>
    <message id="card.explain">
        <source>card.explain</source>
        <translation>The whole reckoning</translation>
    </message>
    <message id="card.back">
        <source>card.back</source>
        <translation>Back</translation>
    </message>
    <message id="card.open-here">
        <source>card.open-here</source>
        <translation>What if a venue opened here?</translation>
    </message>
    <message id="card.close">
        <source>card.close</source>
        <translation>What if it closed?</translation>
    </message>
    <message id="card.alone">
        <source>card.alone</source>
        <translation>It alone serves</translation>
    </message>
    <message id="card.alone.nobody">
        <source>card.alone.nobody</source>
        <translation>nobody: others reach everyone it serves</translation>
    </message>
    <message id="card.nobody-lives">
        <source>card.nobody-lives</source>
        <translation>Nobody lives there.</translation>
    </message>
    <message id="card.nearest-mean">
        <source>card.nearest-mean</source>
        <translation>The nearest is {distance} away on average.</translation>
    </message>
    <message id="card.above">
        <source>card.above</source>
        <translation>Belongs to</translation>
    </message>
    <message id="card.neighbours">
        <source>card.neighbours</source>
        <translation>Next to it</translation>
    </message>
    <message id="card.resources">
        <source>card.resources</source>
        <translation>Who can help?</translation>
    </message>
    <message id="card.links">
        <source>card.links</source>
        <translation>Works with</translation>
    </message>
    <message id="card.member.member">
        <source>card.member.member</source>
        <translation>member</translation>
    </message>
    <message id="card.member.not-member">
        <source>card.member.not-member</source>
        <translation>not a member</translation>
    </message>
    <message id="card.member.unknown">
        <source>card.member.unknown</source>
        <translation>membership not stated</translation>
    </message>
    <message id="card.status">
        <source>card.status</source>
        <translation>Status</translation>
    </message>
    <message id="card.status.open">
        <source>card.status.open</source>
        <translation>open</translation>
    </message>
    <message id="card.status.closed">
        <source>card.status.closed</source>
        <translation>closed</translation>
    </message>
    <message id="card.status.planned">
        <source>card.status.planned</source>
        <translation>planned</translation>
    </message>
    <message id="card.since">
        <source>card.since</source>
        <translation>open since {date}</translation>
    </message>
    <message id="card.until">
        <source>card.until</source>
        <translation>until {date}</translation>
    </message>
    <message id="card.alone.where">
        <source>card.alone.where</source>
        <translation>mostly in {list}</translation>
    </message>
    <message id="card.print">
        <source>card.print</source>
        <translation>Print its page</translation>
    </message>
    <message id="card.own-contracts">
        <source>card.own-contracts</source>
        <translation>Contracts it is party to</translation>
    </message>
    <message id="card.around-contracts">
        <source>card.around-contracts</source>
        <translation>Contracts over its commune</translation>
    </message>
    <message id="card.gap.contracts">
        <source>card.gap.contracts</source>
        <translation>Which contract?</translation>
    </message>
    <message id="card.gap.no-contract">
        <source>card.gap.no-contract</source>
        <translation>No contract of the lists covers this area, nor ended there within five years.</translation>
    </message>
    <message id="card.source-row">
        <source>card.source-row</source>
        <translation>Written in</translation>
    </message>
    <message id="card.correct">
        <source>card.correct</source>
        <translation>Correct or complete…</translation>
    </message>
    <message id="card.link">
        <source>card.link</source>
        <translation>Suggest a cooperation…</translation>
    </message>
    <message id="card.contest">
        <source>card.contest</source>
        <translation>Contest or comment…</translation>
    </message>
    <message id="card.missing">
        <source>card.missing</source>
        <translation>Tell of someone who is missing…</translation>
    </message>
    <message id="card.confirmed">
        <source>card.confirmed</source>
        <translation>Last confirmed</translation>
    </message>
    <message id="card.gap">
        <source>card.gap</source>
        <translation>Not covered no. {rank}</translation>
    </message>
    <message id="card.why">
        <source>card.why</source>
        <translation>Why?</translation>
    </message>
    <message id="card.uncertain">
        <source>card.uncertain</source>
        <translation>Uncertain: whatever the exact positions, at least {people} are not covered.</translation>
    </message>
    <message id="card.nearest">
        <source>card.nearest</source>
        <translation>The nearest?</translation>
    </message>
    <message id="card.deepest">
        <source>card.deepest</source>
        <translation>Its farthest place</translation>
    </message>
    <message id="card.whence">
        <source>card.whence</source>
        <translation>Where does this figure come from?</translation>
    </message>
    <message id="card.whence.gap">
        <source>card.whence.gap</source>
        <translation>People farther than {reach}, counted where they live ({model}).</translation>
    </message>
    <message id="card.record">
        <source>card.record</source>
        <translation>Who is there</translation>
    </message>
    <message id="card.commune">
        <source>card.commune</source>
        <translation>Commune</translation>
    </message>
    <message id="card.functions">
        <source>card.functions</source>
        <translation>Does</translation>
    </message>
    <message id="card.capacity">
        <source>card.capacity</source>
        <translation>Capacity</translation>
    </message>
    <message id="card.network">
        <source>card.network</source>
        <translation>Network</translation>
    </message>
    <message id="card.precision">
        <source>card.precision</source>
        <translation>Precision of the position</translation>
    </message>
    <message id="card.population">
        <source>card.population</source>
        <translation>Population</translation>
    </message>
    <message id="card.nothing">
        <source>card.nothing</source>
        <translation>Click on the map or on a row of the table.</translation>
    </message>
</context>
<context>
    <name>tell</name>
    <message id="tell.not-surveyed">
        <source>tell.not-surveyed</source>
        <translation>The lists did not look everywhere here: their silence is no absence.</translation>
    </message>
    <message id="tell.link">
        <source>tell.link</source>
        <translation>{names}: {intensity}</translation>
    </message>
    <message id="tell.link.nature">
        <source>tell.link.nature</source>
        <translation>{names}: {intensity}, {nature}</translation>
    </message>
</context>
<context>
    <name>portrait</name>
    <message id="portrait.failed">
        <source>portrait.failed</source>
        <translation>The page was not made</translation>
    </message>
</context>
<context>
    <name>what-if</name>
    <message id="what-if.title">
        <source>what-if.title</source>
        <translation>What if…?</translation>
    </message>
    <message id="what-if.hint">
        <source>what-if.hint</source>
        <translation>A place that opens may be a stop on a tour or a shared use, not only a building. Drag it on the map.</translation>
    </message>
    <message id="what-if.resume">
        <source>what-if.resume</source>
        <translation>Take up the last trial again</translation>
    </message>
    <message id="what-if.open">
        <source>what-if.open</source>
        <translation>Open a place on the map</translation>
    </message>
    <message id="what-if.best">
        <source>what-if.best</source>
        <translation>Add the best place</translation>
    </message>
    <message id="what-if.undo">
        <source>what-if.undo</source>
        <translation>Undo</translation>
    </message>
    <message id="what-if.redo">
        <source>what-if.redo</source>
        <translation>Redo</translation>
    </message>
    <message id="what-if.save">
        <source>what-if.save</source>
        <translation>Save…</translation>
    </message>
    <message id="what-if.load">
        <source>what-if.load</source>
        <translation>Open…</translation>
    </message>
    <message id="what-if.export">
        <source>what-if.export</source>
        <translation>Export what it changes…</translation>
    </message>
    <message id="what-if.export.filter">
        <source>what-if.export.filter</source>
        <translation>GeoPackage for GIS (*.gpkg);;Excel workbook (*.xlsx)</translation>
    </message>
    <message id="what-if.leave">
        <source>what-if.leave</source>
        <translation>Back to what is</translation>
    </message>
    <message id="what-if.remove">
        <source>what-if.remove</source>
        <translation>Take out {name}</translation>
    </message>
    <message id="what-if.filter">
        <source>what-if.filter</source>
        <translation>Scenarios (*.json)</translation>
    </message>
    <message id="what-if.place.opened">
        <source>what-if.place.opened</source>
        <translation>A place opens (no. {name})</translation>
    </message>
    <message id="what-if.place.moved">
        <source>what-if.place.moved</source>
        <translation>{name} moves</translation>
    </message>
    <message id="what-if.place.closed">
        <source>what-if.place.closed</source>
        <translation>{name} closes</translation>
    </message>
    <message id="what-if.people">
        <source>what-if.people</source>
        <translation>People covered: {before} → {after}</translation>
    </message>
    <message id="what-if.gained">
        <source>what-if.gained</source>
        <translation>Gained: {people}</translation>
    </message>
    <message id="what-if.lost">
        <source>what-if.lost</source>
        <translation>Lost: {people}</translation>
    </message>
    <message id="what-if.nothing">
        <source>what-if.nothing</source>
        <translation>Nothing changes.</translation>
    </message>
    <message id="what-if.hole">
        <source>what-if.hole</source>
        <translation>No. {rank}, {name}: {before} → {after}</translation>
    </message>
    <message id="what-if.hole-gone">
        <source>what-if.hole-gone</source>
        <translation>closed</translation>
    </message>
    <message id="what-if.opened-hole">
        <source>what-if.opened-hole</source>
        <translation>A hole opens: {name}, {people}</translation>
    </message>
    <message id="what-if.more-holes">
        <source>what-if.more-holes</source>
        <translation>and {n} more</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message id="start.title">
        <source>start.title</source>
        <translation>Where are the holes in the net?</translation>
    </message>
    <message id="start.about">
        <source>start.about</source>
        <translation>Open a study or a store, or drop it here.</translation>
    </message>
    <message id="start.open">
        <source>start.open</source>
        <translation>Open a study…</translation>
    </message>
    <message id="start.new">
        <source>start.new</source>
        <translation>New study…</translation>
    </message>
    <message id="start.lists">
        <source>start.lists</source>
        <translation>Lists (*.xlsx *.ods *.xls *.csv *.geojson *.shp *.kml)</translation>
    </message>
    <message id="start.cancel">
        <source>start.cancel</source>
        <translation>Stop</translation>
    </message>
    <message id="start.recent">
        <source>start.recent</source>
        <translation>Opened lately</translation>
    </message>
    <message id="start.demonstrations">
        <source>start.demonstrations</source>
        <translation>Demonstrations</translation>
    </message>
    <message id="start.filter">
        <source>start.filter</source>
        <translation>Studies and stores (*.toml *.gpkg)</translation>
    </message>
</context>
<context>
    <name>classes</name>
    <message id="classes.title">
        <source>classes.title</source>
        <translation>Classes and colours</translation>
    </message>
    <message id="classes.rule">
        <source>classes.rule</source>
        <translation>How figures are sorted</translation>
    </message>
    <message id="classes.rule.own">
        <source>classes.rule.own</source>
        <translation>Raquette’s classes</translation>
    </message>
    <message id="classes.rule.quantile">
        <source>classes.rule.quantile</source>
        <translation>As many territories in each</translation>
    </message>
    <message id="classes.rule.equal">
        <source>classes.rule.equal</source>
        <translation>Equal steps</translation>
    </message>
    <message id="classes.rule.jenks">
        <source>classes.rule.jenks</source>
        <translation>Natural breaks</translation>
    </message>
    <message id="classes.rule.head-tail">
        <source>classes.rule.head-tail</source>
        <translation>Cut at the mean</translation>
    </message>
    <message id="classes.rule.q6">
        <source>classes.rule.q6</source>
        <translation>Extremes apart (Q6)</translation>
    </message>
    <message id="classes.rule.hand">
        <source>classes.rule.hand</source>
        <translation>By hand</translation>
    </message>
    <message id="classes.count">
        <source>classes.count</source>
        <translation>Number of classes</translation>
    </message>
    <message id="classes.classes">
        <source>classes.classes</source>
        <translation>classes</translation>
    </message>
    <message id="classes.bounds">
        <source>classes.bounds</source>
        <translation>Bounds between the classes, with semicolons between them</translation>
    </message>
    <message id="classes.ramp">
        <source>classes.ramp</source>
        <translation>Colours</translation>
    </message>
    <message id="classes.ramp.usual">
        <source>classes.ramp.usual</source>
        <translation>Yellow to blue</translation>
    </message>
    <message id="classes.ramp.blue">
        <source>classes.ramp.blue</source>
        <translation>Blues</translation>
    </message>
    <message id="classes.ramp.warm">
        <source>classes.ramp.warm</source>
        <translation>Browns</translation>
    </message>
    <message id="classes.warning.bounds">
        <source>classes.warning.bounds</source>
        <translation>Write two to six bounds, from the smallest to the largest, such as 20; 40; 60.</translation>
    </message>
</context>
<context>
    <name>contributions</name>
    <message id="contributions.title">
        <source>contributions.title</source>
        <translation>Contributions and diagnosis</translation>
    </message>
    <message id="contributions.not-kept">
        <source>contributions.not-kept</source>
        <translation>This study keeps no contributions. Open the study file (.toml), where contributions = &quot;contributions/&quot; stands under [study].</translation>
    </message>
    <message id="contributions.no-debate">
        <source>contributions.no-debate</source>
        <translation>The diagnosis is a draft: it was never put to debate.</translation>
    </message>
    <message id="contributions.none">
        <source>contributions.none</source>
        <translation>Nothing was proposed yet. Contributions come by mail (“Bring a file”) or from the card of a venue, a hole, a commune.</translation>
    </message>
    <message id="contributions.on">
        <source>contributions.on</source>
        <translation>brought</translation>
    </message>
    <message id="contributions.about">
        <source>contributions.about</source>
        <translation>about</translation>
    </message>
    <message id="contributions.what">
        <source>contributions.what</source>
        <translation>kind</translation>
    </message>
    <message id="contributions.organisation">
        <source>contributions.organisation</source>
        <translation>for</translation>
    </message>
    <message id="contributions.status">
        <source>contributions.status</source>
        <translation>status</translation>
    </message>
    <message id="contributions.votes">
        <source>contributions.votes</source>
        <translation>votes</translation>
    </message>
    <message id="contributions.for">
        <source>contributions.for</source>
        <translation>On behalf of</translation>
    </message>
    <message id="contributions.reason">
        <source>contributions.reason</source>
        <translation>Why</translation>
    </message>
    <message id="contributions.debate">
        <source>contributions.debate</source>
        <translation>Put the diagnosis to debate</translation>
    </message>
    <message id="contributions.adopt">
        <source>contributions.adopt</source>
        <translation>Adopt the diagnosis</translation>
    </message>
    <message id="contributions.bring">
        <source>contributions.bring</source>
        <translation>Bring a file…</translation>
    </message>
    <message id="contributions.vote-yes">
        <source>contributions.vote-yes</source>
        <translation>It is right</translation>
    </message>
    <message id="contributions.vote-no">
        <source>contributions.vote-no</source>
        <translation>It is wrong</translation>
    </message>
    <message id="contributions.discuss">
        <source>contributions.discuss</source>
        <translation>Say a word</translation>
    </message>
    <message id="contributions.accept">
        <source>contributions.accept</source>
        <translation>Accept</translation>
    </message>
    <message id="contributions.refuse">
        <source>contributions.refuse</source>
        <translation>Refuse</translation>
    </message>
    <message id="contributions.take-back">
        <source>contributions.take-back</source>
        <translation>Take back</translation>
    </message>
    <message id="contributions.nothing">
        <source>contributions.nothing</source>
        <translation>(nothing)</translation>
    </message>
    <message id="contributions.colon">
        <source>contributions.colon</source>
        <translation>: </translation>
    </message>
    <message id="contributions.new.venues">
        <source>contributions.new.venues</source>
        <translation>New venue</translation>
    </message>
    <message id="contributions.new.actors">
        <source>contributions.new.actors</source>
        <translation>New actor</translation>
    </message>
    <message id="contributions.new.links">
        <source>contributions.new.links</source>
        <translation>New cooperation</translation>
    </message>
    <message id="contributions.private">
        <source>contributions.private</source>
        <translation>{field}: changed (private)</translation>
    </message>
    <message id="contributions.said">
        <source>contributions.said</source>
        <translation>{field}: {after}</translation>
    </message>
    <message id="contributions.change">
        <source>contributions.change</source>
        <translation>{field}: {before} → {after}</translation>
    </message>
    <message id="contributions.met">
        <source>contributions.met</source>
        <translation>(the study now says: {now})</translation>
    </message>
    <message id="contributions.because">
        <source>contributions.because</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message id="contributions.id">
        <source>contributions.id</source>
        <translation>Id: {id}</translation>
    </message>
    <message id="contributions.yes">
        <source>contributions.yes</source>
        <translation>Right, says: {list}</translation>
    </message>
    <message id="contributions.no">
        <source>contributions.no</source>
        <translation>Wrong, says: {list}</translation>
    </message>
    <message id="contributions.word">
        <source>contributions.word</source>
        <translation>{organisation}, on {date}: “{text}”</translation>
    </message>
    <message id="contributions.settled">
        <source>contributions.settled</source>
        <translation>{organisation}, on {date} ({act}): “{text}”</translation>
    </message>
    <message id="contributions.choose">
        <source>contributions.choose</source>
        <translation>Choose…</translation>
    </message>
    <message id="contributions.choose.new">
        <source>contributions.choose.new</source>
        <translation>what the contribution says: {value}</translation>
    </message>
    <message id="contributions.choose.now">
        <source>contributions.choose.now</source>
        <translation>what the study says: {value}</translation>
    </message>
    <message id="contributions.why.organisation">
        <source>contributions.why.organisation</source>
        <translation>Say on behalf of which organisation you speak.</translation>
    </message>
    <message id="contributions.why.settled">
        <source>contributions.why.settled</source>
        <translation>It is settled already.</translation>
    </message>
    <message id="contributions.why.right">
        <source>contributions.why.right</source>
        <translation>{organisation} may not settle this one; these may: {list}.</translation>
    </message>
    <message id="contributions.why.contest">
        <source>contributions.why.contest</source>
        <translation>A contest wants an answer, not a vote.</translation>
    </message>
    <message id="contributions.why.answer">
        <source>contributions.why.answer</source>
        <translation>Answer under “Why”: a contest wants an answer.</translation>
    </message>
    <message id="contributions.why.reason">
        <source>contributions.why.reason</source>
        <translation>Say why.</translation>
    </message>
    <message id="contributions.why.choose">
        <source>contributions.why.choose</source>
        <translation>Choose what each field shall say.</translation>
    </message>
    <message id="contributions.why.not-accepted">
        <source>contributions.why.not-accepted</source>
        <translation>It is no part of the study.</translation>
    </message>
    <message id="contributions.why.no-debate">
        <source>contributions.why.no-debate</source>
        <translation>No diagnosis is in debate.</translation>
    </message>
    <message id="contributions.why.adopters">
        <source>contributions.why.adopters</source>
        <translation>Those who adopt the diagnosis: {list}.</translation>
    </message>
    <message id="contributions.why.adopted">
        <source>contributions.why.adopted</source>
        <translation>{organisation} has adopted it already.</translation>
    </message>
    <message id="contributions.why.contested">
        <source>contributions.why.contested</source>
        <translation>Contests without an answer: {n}.</translation>
    </message>
    <message id="contributions.why.changed">
        <source>contributions.why.changed</source>
        <translation>The study has changed since: put the diagnosis to debate again.</translation>
    </message>
</context>
<context>
    <name>proposal</name>
    <message id="proposal.remark">
        <source>proposal.remark</source>
        <translation>Your remark</translation>
    </message>
    <message id="proposal.contests">
        <source>proposal.contests</source>
        <translation>It is a contest: it must be answered before the diagnosis is adopted</translation>
    </message>
    <message id="proposal.author">
        <source>proposal.author</source>
        <translation>Your name (stays private)</translation>
    </message>
    <message id="proposal.now">
        <source>proposal.now</source>
        <translation>Propose</translation>
    </message>
    <message id="proposal.file">
        <source>proposal.file</source>
        <translation>Save to a file…</translation>
    </message>
    <message id="proposal.why.name">
        <source>proposal.why.name</source>
        <translation>Give at least a name.</translation>
    </message>
    <message id="proposal.link.unstated">
        <source>proposal.link.unstated</source>
        <translation>not stated</translation>
    </message>
    <message id="proposal.why.party">
        <source>proposal.why.party</source>
        <translation>Say with whom.</translation>
    </message>
    <message id="proposal.why.nothing">
        <source>proposal.why.nothing</source>
        <translation>Nothing is changed or said yet.</translation>
    </message>
    <message id="proposal.confirms">
        <source>proposal.confirms</source>
        <translation>All the rest is right today</translation>
    </message>
</context>
<context>
    <name>assistant</name>
    <message id="assistant.columns">
        <source>assistant.columns</source>
        <translation>1. What your list says</translation>
    </message>
    <message id="assistant.places">
        <source>assistant.places</source>
        <translation>2. Where its rows stand, and what is doubtful</translation>
    </message>
    <message id="assistant.question">
        <source>assistant.question</source>
        <translation>3. What is looked for</translation>
    </message>
    <message id="assistant.unused">
        <source>assistant.unused</source>
        <translation>– not read –</translation>
    </message>
    <message id="assistant.back">
        <source>assistant.back</source>
        <translation>Back</translation>
    </message>
    <message id="assistant.again">
        <source>assistant.again</source>
        <translation>Read the list again</translation>
    </message>
    <message id="assistant.stopped">
        <source>assistant.stopped</source>
        <translation>The reading was stopped: nothing is lost, nothing is written.</translation>
    </message>
    <message id="assistant.failed">
        <source>assistant.failed</source>
        <translation>This list could not be read. Mend it in your spreadsheet or choose another sheet, then read it again. The program says:
{problem}</translation>
    </message>
    <message id="assistant.no-row">
        <source>assistant.no-row</source>
        <translation>{file}: no row of a list was found in it. Is it the right file, or sheet?</translation>
    </message>
    <message id="assistant.next">
        <source>assistant.next</source>
        <translation>Next</translation>
    </message>
    <message id="assistant.save">
        <source>assistant.save</source>
        <translation>Save and see the map…</translation>
    </message>
    <message id="assistant.filter">
        <source>assistant.filter</source>
        <translation>Study (*.toml)</translation>
    </message>
    <message id="assistant.kind">
        <source>assistant.kind</source>
        <translation>It is a list</translation>
    </message>
    <message id="assistant.venues">
        <source>assistant.venues</source>
        <translation>of venues</translation>
    </message>
    <message id="assistant.actors">
        <source>assistant.actors</source>
        <translation>of organisations</translation>
    </message>
    <message id="assistant.sheet">
        <source>assistant.sheet</source>
        <translation>Sheet</translation>
    </message>
    <message id="assistant.contributor">
        <source>assistant.contributor</source>
        <translation>Made by</translation>
    </message>
    <message id="assistant.date">
        <source>assistant.date</source>
        <translation>Date of the list</translation>
    </message>
    <message id="assistant.private">
        <source>assistant.private</source>
        <translation>Contact columns are private: they leave on no map and in no export.</translation>
    </message>
    <message id="assistant.rows">
        <source>assistant.rows</source>
        <translation>{rows} rows read, {rejected} set aside</translation>
    </message>
    <message id="assistant.at">
        <source>assistant.at</source>
        <translation>{count} placed, position {precision}</translation>
    </message>
    <message id="assistant.not-placed">
        <source>assistant.not-placed</source>
        <translation>{count} kept, not placed</translation>
    </message>
    <message id="assistant.row">
        <source>assistant.row</source>
        <translation>row</translation>
    </message>
    <message id="assistant.what">
        <source>assistant.what</source>
        <translation>what is doubtful</translation>
    </message>
    <message id="assistant.value">
        <source>assistant.value</source>
        <translation>{column} “{value}”</translation>
    </message>
    <message id="assistant.action">
        <source>assistant.action</source>
        <translation>why, and what to do</translation>
    </message>
    <message id="assistant.click">
        <source>assistant.click</source>
        <translation>Choose a question (?) and click on the map where it should be, or take one of the answers proposed.</translation>
    </message>
    <message id="assistant.choose">
        <source>assistant.choose</source>
        <translation>Choose…</translation>
    </message>
    <message id="assistant.samples">
        <source>assistant.samples</source>
        <translation>for example</translation>
    </message>
    <message id="assistant.resumed">
        <source>assistant.resumed</source>
        <translation>You had begun this study without saving it: your answers are here.</translation>
    </message>
    <message id="assistant.anew">
        <source>assistant.anew</source>
        <translation>Begin anew</translation>
    </message>
    <message id="assistant.set-aside">
        <source>assistant.set-aside</source>
        <translation>set aside</translation>
    </message>
    <message id="assistant.title">
        <source>assistant.title</source>
        <translation>Title</translation>
    </message>
    <message id="assistant.area">
        <source>assistant.area</source>
        <translation>Where</translation>
    </message>
    <message id="assistant.everywhere">
        <source>assistant.everywhere</source>
        <translation>all of France</translation>
    </message>
    <message id="assistant.reach">
        <source>assistant.reach</source>
        <translation>Within</translation>
    </message>
</context>
<context>
    <name>background</name>
    <message id="background.show">
        <source>background.show</source>
        <translation>Background map</translation>
    </message>
    <message id="background.settings">
        <source>background.settings</source>
        <translation>Settings…</translation>
    </message>
    <message id="background.settings.title">
        <source>background.settings.title</source>
        <translation>Settings of the background map</translation>
    </message>
    <message id="background.settings.address">
        <source>background.settings.address</source>
        <translation>Address of the pictures</translation>
    </message>
    <message id="background.settings.attribution">
        <source>background.settings.attribution</source>
        <translation>Credit on the map</translation>
    </message>
    <message id="background.settings.highest-zoom">
        <source>background.settings.highest-zoom</source>
        <translation>Finest level of detail</translation>
    </message>
    <message id="background.settings.strength">
        <source>background.settings.strength</source>
        <translation>Strength of the map’s colours</translation>
    </message>
    <message id="background.settings.explained">
        <source>background.settings.explained</source>
        <translation>While the background map is shown, pictures of the part of the territory you look at are asked of this address; those already seen are kept on this computer. Nothing is asked when it is not shown.</translation>
    </message>
    <message id="background.settings.empty-cache">
        <source>background.settings.empty-cache</source>
        <translation>Forget the pictures kept</translation>
    </message>
    <message id="background.settings.accept">
        <source>background.settings.accept</source>
        <translation>Save</translation>
    </message>
    <message id="background.settings.cancel">
        <source>background.settings.cancel</source>
        <translation>Cancel</translation>
    </message>
    <message id="background.unavailable">
        <source>background.unavailable</source>
        <translation>Background map unavailable</translation>
    </message>
    <message id="background.openstreetmap">
        <source>background.openstreetmap</source>
        <translation>© OpenStreetMap contributors</translation>
    </message>
    <message id="background.problem.places">
        <source>background.problem.places</source>
        <translation>The address must have {z}, {x} and {y} in it: the level of detail, the column and the row of each picture.</translation>
    </message>
    <message id="background.problem.unknown-place">
        <source>background.problem.unknown-place</source>
        <translation>The address has braces that are none of {z}, {x} and {y}.</translation>
    </message>
    <message id="background.problem.scheme">
        <source>background.problem.scheme</source>
        <translation>The address must begin with https:// or http:// and the name of a server.</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message id="compare.more">
        <source>compare.more</source>
        <translation>In {here}: {people} more than in {there}</translation>
    </message>
    <message id="compare.less">
        <source>compare.less</source>
        <translation>In {here}: {people} fewer than in {there}</translation>
    </message>
    <message id="compare.other">
        <source>compare.other</source>
        <translation>{title}, {year}: {here} of people covered, {there} on the first map</translation>
    </message>
    <message id="compare.same">
        <source>compare.same</source>
        <translation>In {here}: as many people covered as in {there}</translation>
    </message>
</context>
<context>
    <name>look</name>
    <message id="look.title">
        <source>look.title</source>
        <translation>Order and opacity</translation>
    </message>
    <message id="look.list">
        <source>look.list</source>
        <translation>What the map shows, from top to bottom</translation>
    </message>
    <message id="look.territories">
        <source>look.territories</source>
        <translation>Coloured territories</translation>
    </message>
    <message id="look.borders">
        <source>look.borders</source>
        <translation>Départements and régions</translation>
    </message>
    <message id="look.circles">
        <source>look.circles</source>
        <translation>Circles</translation>
    </message>
    <message id="look.row">
        <source>look.row</source>
        <translation>{part} ({percent})</translation>
    </message>
    <message id="look.up">
        <source>look.up</source>
        <translation>Raise (Alt+↑)</translation>
    </message>
    <message id="look.down">
        <source>look.down</source>
        <translation>Lower (Alt+↓)</translation>
    </message>
    <message id="look.opacity">
        <source>look.opacity</source>
        <translation>{part}: opacity {percent}</translation>
    </message>
    <message id="look.own">
        <source>look.own</source>
        <translation>Back to Raquette’s own</translation>
    </message>
</context>
<context>
    <name>styles</name>
    <message id="styles.unsaved">
        <source>styles.unsaved</source>
        <translation>The colours chosen could not be written into {file}, which is read-only or open elsewhere: they are kept on this computer and will be written there later.</translation>
    </message>
</context>
</TS>
