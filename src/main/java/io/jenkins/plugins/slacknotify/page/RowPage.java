package io.jenkins.plugins.slacknotify.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.List;
import java.util.OptionalInt;

/**
 * A page of the rows of a table. A view shows the way to the other pages by {@code <st:include it="${page}" page="nav.jelly"/>}, with the
 * address up to the number of a page as {@code pageAddress}, and what the rows are as {@code pageTitle}.
 *
 * @param all the rows of all pages
 * @param page from 1
 */
public record RowPage<T>(List<T> all, int page) {
    /** The number of rows of a page: as many as a browser shows at once, and a person goes through with the keyboard. */
    public static final int SIZE = 50;

    /** @param page that is asked for; another one where there is no such page */
    public RowPage {
        all = List.copyOf(all);
        page = Math.max(1, Math.min(page, pages(all)));
    }

    /** Returns the page of which an address has the number; the first one where that is none. */
    public static <T> RowPage<T> of(List<T> all, @CheckForNull String page) {
        return new RowPage<>(all, number(page).orElse(1));
    }

    /** Reads the number of a page; empty where the text is no such number. */
    public static OptionalInt number(@CheckForNull String page) {
        return page != null && page.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(page)) : OptionalInt.empty();
    }

    public List<T> rows() {
        return all.subList((page - 1) * SIZE, Math.min(page * SIZE, all.size()));
    }

    /** How many pages there are; at least one, which may be empty. */
    public int pages() {
        return pages(all);
    }

    private static int pages(List<?> all) {
        return Math.max(1, (all.size() + SIZE - 1) / SIZE);
    }
}
