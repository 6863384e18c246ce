"use strict";
// What a page does beside its maps: tables that are sorted by their heads and, when long, searched. Without this script everything is
// there all the same, in the order it was written. Texts of data only ever become text, never HTML.
(() => {
    const words = JSON.parse(document.getElementById("page-words").textContent);
    const collator = new Intl.Collator(words.language, { sensitivity: "base", numeric: true });
    const longTable = 20;

    function make(name, className, text) {
        const element = document.createElement(name);
        if (className) element.className = className;
        if (text !== undefined) element.textContent = text;
        return element;
    }

    const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const rowsOf = (table) => Array.from(table.tBodies[0].rows);

    // What a cell is sorted by: what it means where that is written, else what it says.
    function valueOf(row, column) {
        const cell = row.cells[column];
        return cell.dataset.value ?? cell.textContent.trim();
    }

    function compared(a, b, isNumber, direction) {
        if (a === "" || b === "") return (a === "") - (b === "");  // the unknown comes last either way
        return direction * (isNumber ? Number(a) - Number(b) : collator.compare(a, b));
    }

    // A table that shows its first rows only keeps doing so whatever the order.
    function foldAway(table) {
        const first = Number(table.dataset.first);
        if (first) rowsOf(table).forEach((row, i) => row.classList.toggle("more", i >= first));
    }

    function sort(table, column, ascending) {
        const heads = table.tHead.rows[0].cells;
        const isNumber = heads[column].dataset.sort === "number";
        const rows = rowsOf(table);
        rows.sort((one, other) => compared(valueOf(one, column), valueOf(other, column), isNumber, ascending ? 1 : -1));
        table.tBodies[0].append(...rows);
        for (const head of heads) head.removeAttribute("aria-sort");
        heads[column].setAttribute("aria-sort", ascending ? "ascending" : "descending");
        foldAway(table);
    }

    function makeSortable(table) {
        const hint = make("p", "sort-hint", words.sort);
        hint.setAttribute("aria-hidden", "true");
        table.before(hint);
        table.classList.add("sorts");
        Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
            const button = make("button", "sort", head.textContent);
            button.type = "button";
            button.addEventListener("click", () => sort(table, column, head.getAttribute("aria-sort") !== "ascending"));
            head.replaceChildren(button);
        });
    }

    function addFilter(table, number) {
        const bar = make("div", "filter");
        const label = make("label", "", words.filter);
        const field = make("input");
        const told = make("span", "moves");
        field.type = "search";
        field.id = `filter-${number}`;
        label.htmlFor = field.id;
        told.setAttribute("role", "status");
        bar.append(label, field, told);
        table.before(bar);
        field.addEventListener("input", () => {
            const wanted = bare(field.value.trim());
            let shown = 0;
            for (const row of rowsOf(table)) {
                row.hidden = !bare(row.textContent).includes(wanted);
                if (!row.hidden) ++shown;
            }
            // Who searches sees all that is found, beyond the first rows too.
            table.classList.toggle("searched", wanted !== "");
            const all = rowsOf(table).length;
            told.textContent =
                wanted === "" ? "" : shown === 0 ? words.none : words.shown.replace("{shown}", shown).replace("{all}", all);
        });
    }

    document.querySelectorAll("table.sortable").forEach((table, number) => {
        const rows = table.tBodies[0].rows.length;
        if (rows > longTable) addFilter(table, number);
        if (rows > 1) makeSortable(table);
    });
})();
