package ashlar.drivergen.emit;

import java.util.List;
import java.util.Locale;

/// The document as a page for a browser: just what Markdown.of writes, and no more.
public final class Html {
    private static final String STYLE =
        "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
        + "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .6em;text-align:left}"
        + "code{background:#8882;padding:0 .2em}"
        + "@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}}";

    private final StringBuilder html = new StringBuilder();
    private boolean table;
    private boolean list;

    private Html() { }

    public static String page(String title, String markdown) {
        var page = new Html();
        page.html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
            .append(escape(title))
            .append("</title><style>").append(STYLE).append("</style></head><body>\n");
        markdown.lines().forEach(page::line);
        page.close();
        return page.html.append("</body></html>\n").toString();
    }

    private static String escape(String s) {
        return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String inline(String s) {
        return escape(s).replaceAll("`([^`]*)`", "<code>$1</code>")
            .replaceAll("\\[([^]]*)]\\((#[^)]*)\\)", "<a href=\"$2\">$1</a>");
    }

    private void line(String line) {
        closeUnless(line);
        if (line.startsWith("| ---")) return;
        if (line.startsWith("|")) row(line);
        else if (line.startsWith("- ")) item(line);
        else if (line.startsWith("#")) heading(line);
        else if (!line.isBlank()) html.append("<p>").append(inline(line)).append("</p>\n");
    }

    private void closeUnless(String line) {
        if (table && !line.startsWith("|")) {
            html.append("</table>\n");
            table = false;
        }
        if (list && !line.startsWith("- ")) {
            html.append("</ul>\n");
            list = false;
        }
    }

    private void close() {
        closeUnless("");
    }

    private void heading(String line) {
        int level = line.indexOf(' ');
        String title = line.substring(level + 1);
        html.append("<h%d id=\"%s\">%s</h%d>%n".formatted(level, escape(title.toLowerCase(Locale.ROOT)),
            inline(title), level));
    }

    private void item(String line) {
        if (!list) html.append("<ul>\n");
        list = true;
        html.append("<li>").append(inline(line.substring(2))).append("</li>\n");
    }

    private void row(String line) {
        String cell = table ? "td" : "th";
        if (!table) html.append("<table>\n");
        table = true;
        html.append("<tr>");
        for (String c : List.of(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1)))
            html.append('<').append(cell).append('>').append(inline(c.strip().replace("\\|", "|")))
                .append("</")
                .append(cell).append('>');
        html.append("</tr>\n");
    }
}
