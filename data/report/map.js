"use strict";
// The map that moves, laid over the drawn one where scripts run. It stands on no background and asks nothing of the network: all it
// draws is in the page, as gis/report/live_map.cpp wrote it. Texts of data only ever become text, never HTML: what is given to Leaflet
// are elements, because it would read a string as HTML. Colours come from the page's style sheet by class.
(() => {
    const words = JSON.parse(document.getElementById("page-words").textContent);
    const data = JSON.parse(document.getElementById("map-data").textContent);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const mostLivelyProviders = 1500;  // beyond, each as an element of its own would tire a phone

    function make(name, className, text) {
        const element = document.createElement(name);
        if (className) element.className = className;
        if (text !== undefined) element.textContent = text;
        return element;
    }

    // Leaflet's buttons are links: Enter works them, and Space must too.
    function answerSpace(button) {
        button.addEventListener("keydown", (event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            button.click();
        });
    }

    const said = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
    const boundsOf = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);
    const placeOf = ([lon, lat]) => L.latLng(lat, lon);

    // ---- Shapes: borders are written once, as differences, and walked forwards or backwards.

    function pointsOf(numbers, perDegree) {
        const points = [];
        let x = 0;
        let y = 0;
        for (let i = 0; i < numbers.length; i += 2) {
            x += numbers[i];
            y += numbers[i + 1];
            points.push([y / perDegree, x / perDegree]);
        }
        return points;
    }

    function polygonsOf(arcs, polygons) {
        const ringOf = (ring) => ring.flatMap((arc) => (arc < 0 ? arcs[~arc].slice().reverse() : arcs[arc]));
        return polygons.map((polygon) => polygon.map(ringOf));
    }

    const lands = data.lands.map((land) => ({
        ...land,
        arcs: land.arcs.map((numbers) => pointsOf(numbers, land.perDegree)),
    }));

    // ---- One map.

    class ServiceMap {
        constructor(home) {
            this.home = home;
            this.service = data.services[Number(home.dataset.order)];
            this.holes = new Map(this.service.holes.map((hole) => [hole.rank, hole]));
            this.outlines = new Map();  // by rank
            this.dots = new Map();      // by id of provider
            this.live = make("div", "live");
            this.board = make("div", "board");
            this.board.setAttribute("role", "region");
            this.board.setAttribute("aria-label", words.map);
            this.live.append(this.placesBar(), this.board);
            home.prepend(this.live);
            home.classList.add("moves-on");
        }

        // Made when it comes near, so that a page of many maps opens at once. Where it cannot be made the drawn map stands again.
        wake() {
            if (this.map) return;
            try {
                this.draw();
            } catch (problem) {
                this.home.classList.remove("moves-on");
                this.live.remove();
                throw problem;
            }
        }

        draw() {
            this.map = L.map(this.board, {
                attributionControl: false,  // its credits stand below, with the drawn map's
                zoomControl: false,
                scrollWheelZoom: false,     // until it is used: a page is read by scrolling
                zoomSnap: 0.25,
                maxZoom: 14,
                zoomAnimation: !isStill,
                fadeAnimation: !isStill,
                markerZoomAnimation: !isStill,
                inertia: !isStill,
                renderer: L.svg({ padding: 0.5 }),
            });
            const zoom = L.control.zoom({ zoomInTitle: words["zoom-in"], zoomOutTitle: words["zoom-out"] }).addTo(this.map);
            const zoomButtons = zoom.getContainer().querySelectorAll("a");
            zoomButtons.forEach(answerSpace);
            this.map.on("zoomend zoomlevelschange", () => zoomButtons.forEach((button) =>
                button.setAttribute("aria-disabled", button.classList.contains("leaflet-disabled"))));
            L.control.scale({ imperial: false }).addTo(this.map);
            // A browser shows what has the keyboard by scrolling, which would tear the map apart: it is panned instead.
            this.board.addEventListener("scroll", () => this.board.scrollTo(0, 0));
            this.map.on("focus click", () => this.map.scrollWheelZoom.enable());
            this.map.on("blur", () => this.map.scrollWheelZoom.disable());
            this.showLand(lands[0]);
            this.map.on("dragstart zoomstart", () => { this.whole = this.fitting ? this.whole : null; });
            this.map.on("resize", () => { if (this.whole) this.showLand(this.whole); });
            this.map.setMinZoom(Math.min(this.map.getZoom(), ...lands.map((land) => this.map.getBoundsZoom(boundsOf(land.box)))) - 1);
            lands.forEach((land) => this.drawLand(land));
            if (data.here)  // a territory without an outline
                L.circleMarker(placeOf(data.here), { className: "own", radius: 24, interactive: false }).addTo(this.map);
            this.drawProviders();
            this.drawNumbers();
            this.drawTowns();
            this.map.on("popupopen", (event) => this.onCardOpened(event.popup));
            this.map.on("popupclose", () => this.onCardClosed());
        }

        placesBar() {
            const bar = make("div", "places");
            bar.setAttribute("role", "group");
            bar.setAttribute("aria-label", words["go-to"]);
            lands.forEach((land, i) => {
                const button = make("button", "", i === 0 ? words.overview : land.name);
                button.type = "button";
                button.addEventListener("click", () => {
                    this.wake();
                    this.map.closePopup();
                    this.showLand(land);
                });
                bar.append(button);
            });
            return bar;
        }

        // All of a land, also when the page turns or grows, until somebody moves the map.
        showLand(land) {
            this.whole = land;
            this.fitting = true;
            this.map.fitBounds(boundsOf(land.box), { animate: false });
            this.fitting = false;
        }

        polygon(points, className, options = {}) {
            return L.polygon(points, { className, interactive: false, smoothFactor: 0.7, ...options }).addTo(this.map);
        }

        drawLand(land) {
            const shapes = (polygons) => polygonsOf(land.arcs, polygons);
            const its = land.services[Number(this.home.dataset.order)];
            this.polygon(shapes(land.land), "land");
            const ground = this.polygon(its.holes.flatMap((hole) => shapes(hole.polygons)), "hole");
            its.cells.forEach((cells, i) => {
                const squares = cells.map((numbers) => [pointsOf(numbers, land.perDegree)]);
                if (squares.length) this.cutTo(ground, this.polygon(squares, `density-${i}`, { smoothFactor: 0 }));
            });
            this.polygon(shapes(its.possible), "possible");
            this.polygon(shapes(its.covered), "covered");
            this.polygon(shapes(land.land), "departement");
            this.polygon(shapes(land.regions), "region");
            for (const hole of its.holes) this.drawHole(hole.rank, shapes(hole.polygons));
            this.polygon(shapes(land.neighbours), "neighbours");
            this.polygon(shapes(land.own), "own");
        }

        // Where people live is told in squares: what of them lies beyond the holes, in the sea, is not shown.
        cutTo(ground, cells) {
            const path = ground.getElement();
            if (!path.id) {
                path.id = `ground-${L.stamp(ground)}`;
                const space = path.namespaceURI;
                const clip = document.createElementNS(space, "clipPath");
                const use = document.createElementNS(space, "use");
                clip.id = `${path.id}-clip`;
                use.setAttribute("href", `#${path.id}`);
                clip.append(use);
                path.ownerSVGElement.prepend(clip);
            }
            cells.getElement().setAttribute("clip-path", `url(#${path.id}-clip)`);
        }

        drawHole(rank, points) {
            const told = this.holes.get(rank);
            const outline = this.polygon(points, told ? "outline told" : "outline", { interactive: Boolean(told) });
            if (!told) return;
            this.outlines.set(rank, outline);
            outline.on("click", (event) => this.openHole(told, event.latlng));
        }

        drawNumbers() {
            const most = Math.max(1, ...this.service.holes.map((hole) => hole.people));
            const smallest = this.board.clientWidth < 600 ? 24 : 28;  // a finger's least target
            this.numbers = this.service.holes.filter((hole) => hole.numbered).map((hole) => {
                const size = Math.round(smallest + 12 * Math.sqrt(hole.people / most));
                const marker = L.marker(placeOf(hole.at), {
                    icon: L.divIcon({ className: "number-sign", html: make("span", "", String(hole.rank)), iconSize: [size, size] }),
                    zIndexOffset: 1000 - hole.rank,
                }).addTo(this.map);
                const sign = marker.getElement();
                sign.setAttribute("role", "button");
                sign.setAttribute("aria-label", [said(words.marker, hole), ...hole.lines].join(". "));
                marker.on("click", () => this.openHole(hole, placeOf(hole.at), sign));
                sign.addEventListener("focus", () =>
                    this.map.panInside(marker.getLatLng(), { padding: [size, size], animate: false }));
                sign.addEventListener("keydown", (event) => {
                    if (event.key !== "Enter" && event.key !== " ") return;
                    event.preventDefault();
                    this.openHole(hole, placeOf(hole.at), sign);
                });
                return { hole, marker, radius: size / 2 };
            });
            this.spread();
            this.map.on("zoomend resize", () => this.spread());
        }

        // A number gives way to a larger hole's, as on the drawn map.
        spread() {
            const placed = [];
            for (const { hole, marker, radius } of this.numbers) {
                let at = this.map.latLngToLayerPoint(placeOf(hole.at));
                for (const other of placed) {
                    const needed = radius + other.radius + 1;
                    const away = at.subtract(other.at);
                    const apart = Math.hypot(away.x, away.y);
                    if (apart < needed)
                        at = apart < 0.01 ? other.at.add([needed, 0]) : other.at.add(away.multiplyBy(needed / apart));
                }
                placed.push({ at, radius });
                marker.setLatLng(this.map.layerPointToLatLng(at));
            }
        }

        drawProviders() {
            const providers = this.service.providers;
            const isLively = providers.length <= mostLivelyProviders;
            this.map.createPane("dots").style.zIndex = 420;  // above every outline, chosen or not
            const dots = [];
            const radius = () => (this.map.getZoom() < 6.5 ? 3 : this.map.getZoom() < 8 ? 4 : 5.5);
            for (const provider of providers) {
                const dot = L.circleMarker(placeOf(provider.at), {
                    className: "provider",
                    pane: "dots",
                    radius: radius(),
                    interactive: isLively,
                }).addTo(this.map);
                dots.push(dot);
                if (!isLively) continue;
                dot.bindTooltip(make("span", "", provider.name), { direction: "top", offset: [0, -4] });
                dot.on("click", () => this.openProvider(provider));
                this.dots.set(provider.id, provider);
            }
            this.map.on("zoomend", () => dots.forEach((dot) => dot.setRadius(radius())));
        }

        // Names of towns, the largest first, where they find room: without a background map the eye needs them.
        drawTowns() {
            const pane = this.map.createPane("towns");
            pane.style.zIndex = 450;
            pane.style.pointerEvents = "none";
            this.towns = L.layerGroup().addTo(this.map);
            const name = () => {
                this.towns.clearLayers();
                const taken = this.numbers.map(({ marker, radius }) => {
                    const { x, y } = this.map.latLngToLayerPoint(marker.getLatLng());
                    return { x, y: y - 12, half: radius };
                });
                const seen = this.map.getBounds();
                let room = 8 + Math.round(this.board.clientWidth / 60);
                for (const town of data.towns) {
                    const place = placeOf(town.at);
                    if (room === 0) break;
                    if (!seen.contains(place)) continue;
                    const { x, y } = this.map.latLngToLayerPoint(place);
                    const half = 3.5 * town.name.length + 6;
                    if (taken.some((other) => Math.abs(other.x - x) < half + other.half && Math.abs(other.y - y) < 26)) continue;
                    taken.push({ x, y, half });
                    --room;
                    const icon = L.divIcon({ className: "town", html: make("span", "", town.name), iconSize: [0, 0] });
                    L.marker(place, { icon, pane: "towns", interactive: false, keyboard: false }).addTo(this.towns);
                }
            };
            name();
            this.map.on("moveend resize", name);
        }

        // ---- Cards.

        open(place, name, lines, from, row) {
            const card = make("div", "card");
            card.append(make("h3", "", name));
            for (const line of lines) card.append(make("p", "", line));
            if (row) {
                const link = make("a", "", words["in-table"]);
                link.href = `#${row.id}`;
                link.addEventListener("click", (event) => {
                    event.preventDefault();
                    showRow(row);
                });
                card.append(link);
            }
            this.opener = from;
            L.popup({ maxWidth: 280, autoPanPadding: [16, 16] }).setLatLng(place).setContent(card).openOn(this.map);
        }

        openHole(hole, place, from) {
            this.open(place, `${hole.rank}. ${hole.name}`, hole.lines, from, rowOfHole(this.home.dataset.service, hole.rank));
            this.choose(hole.rank);
        }

        openProvider(provider, from) {
            this.open(placeOf(provider.at), provider.name, provider.lines, from);
        }

        choose(rank) {
            for (const [other, outline] of this.outlines) outline.getElement()?.classList.toggle("chosen", other === rank);
            this.outlines.get(rank)?.bringToFront();
        }

        onCardOpened(popup) {
            const element = popup.getElement();
            const close = element.querySelector(".leaflet-popup-close-button");
            close.setAttribute("role", "button");
            close.setAttribute("aria-label", words.close);
            answerSpace(close);
            element.setAttribute("role", "dialog");
            element.setAttribute("aria-label", element.querySelector("h3").textContent);
            element.tabIndex = -1;
            element.addEventListener("keydown", (event) => {
                if (event.key !== "Escape") return;
                event.stopPropagation();  // Leaflet would look for where it was
                this.map.closePopup();
            });
            element.focus({ preventScroll: true });
        }

        onCardClosed() {
            this.choose(0);
            const from = this.opener;
            this.opener = undefined;
            if (from?.isConnected) from.focus({ preventScroll: true });
        }

        // ---- From the tables.

        show(place, bounds) {
            this.wake();
            this.home.scrollIntoView({ behavior: isStill ? "auto" : "smooth", block: "start" });
            if (bounds) this.map.fitBounds(bounds, { animate: false, maxZoom: 10, padding: [24, 24] });
            else this.map.setView(place, Math.max(this.map.getZoom(), 9), { animate: false });
        }

        showHole(rank, from) {
            this.wake();
            const hole = this.holes.get(rank);
            this.show(placeOf(hole.at), this.outlines.get(rank)?.getBounds());
            this.openHole(hole, placeOf(hole.at), from);
        }

        showProvider(id, from) {
            this.wake();
            const provider = this.dots.get(id);
            if (!provider) return;
            this.show(placeOf(provider.at));
            this.openProvider(provider, from);
        }
    }

    // ---- Tables lead to the map, and the map to the tables.

    function rowOfHole(service, rank) {
        return document.querySelector(`table.holes[data-service="${service}"] tr[data-rank="${rank}"]`);
    }

    // A row that is folded away or searched out is shown again before one is led to it.
    function showRow(row) {
        const table = row.closest("table");
        row.classList.remove("more");
        row.hidden = false;
        row.tabIndex = -1;
        row.scrollIntoView({ behavior: isStill ? "auto" : "smooth", block: "center" });
        row.focus({ preventScroll: true });
        table.querySelectorAll("tr.pointed").forEach((other) => other.classList.remove("pointed"));
        row.classList.add("pointed");
    }

    // The row's first cell becomes a button for the keyboard; the whole row answers the pointer.
    function leadToMap(row, cell, name, show) {
        const button = make("button", "to-map", cell.textContent);
        button.type = "button";
        button.setAttribute("aria-label", `${name}, ${words["show-on-map"]}`);
        button.title = words["show-on-map"];
        button.addEventListener("click", () => show(button));
        cell.replaceChildren(button);
        row.classList.add("leads");
        row.addEventListener("click", (event) => {
            if (!event.target.closest("button, a")) show(button);
        });
    }

    const maps = new Map();
    document.querySelectorAll(".maps").forEach((home, order) => {
        home.dataset.order = order;
        maps.set(home.dataset.service, new ServiceMap(home));
    });

    document.querySelectorAll("table.holes tr[data-rank]").forEach((row) => {
        const map = maps.get(row.closest("table").dataset.service);
        leadToMap(row, row.cells[0], row.cells[1].textContent, (from) => map.showHole(Number(row.dataset.rank), from));
    });
    document.querySelectorAll("tr[data-provider]").forEach((row) => {
        const map = maps.get(row.dataset.service);
        leadToMap(row, row.cells[0], row.cells[0].textContent, (from) => map.showProvider(row.dataset.provider, from));
    });

    maps.values().next().value?.wake();
    const watcher = new IntersectionObserver(
        (entries) => {
            for (const entry of entries) {
                if (!entry.isIntersecting) continue;
                watcher.unobserve(entry.target);
                maps.get(entry.target.dataset.service).wake();
            }
        },
        { rootMargin: "400px" },
    );
    maps.forEach((map) => watcher.observe(map.home));
})();
