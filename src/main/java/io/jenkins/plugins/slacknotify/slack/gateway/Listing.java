package io.jenkins.plugins.slacknotify.slack.gateway;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.slack.api.ApiCall;
import io.jenkins.plugins.slacknotify.slack.api.ApiResponse;
import io.jenkins.plugins.slacknotify.slack.api.SlackConnection;
import io.jenkins.plugins.slacknotify.slack.api.SlackResult;
import io.jenkins.plugins.slacknotify.slack.api.WebApi;
import io.jenkins.plugins.slacknotify.slack.http.JsonResponse;
import io.jenkins.plugins.slacknotify.slack.refusal.Refusals;
import java.util.Optional;

/**
 * A list that Slack hands out in pages, read until something is found in it. Pages that are short, or empty, mean nothing:
 * Slack's documentation says that only a missing cursor is the end. A page that is too long to be read is asked for again
 * in smaller pieces.
 *
 * <p>It remembers how far it has come, so that a search that was interrupted can go on. Not safe for use by several
 * threads at a time.
 */
final class Listing {
    /** Makes the call for one page. */
    @FunctionalInterface
    interface PageRequest {
        /** @param cursor where the page begins; null for the first one */
        ApiCall page(int size, @CheckForNull String cursor);
    }

    /** Looks for something in one page. */
    @FunctionalInterface
    interface PageReader<T> {
        /** Returns a success with nothing in it to go on with the next page. */
        SlackResult<Optional<T>> read(JsonResponse page);
    }

    record Bounds(String items, int pageSize, int maxItems, String tooMany) {}

    private final PageRequest request;
    private final Bounds bounds;

    @CheckForNull
    private String cursor;

    private int pageSize;
    private int itemsRead;

    /**
     * Prepares to read a list from its beginning.
     *
     * @param bounds the name of the list in the answers, how many items to ask for at a time, after how many to give up,
     *     and the code of {@link Refusals} for that
     */
    Listing(PageRequest request, Bounds bounds) {
        this.request = request;
        this.bounds = bounds;
        this.pageSize = bounds.pageSize();
    }

    /**
     * Reads on until the reader finds something.
     *
     * @param where for the sentences of a refusal
     * @return a success with nothing in it if the whole list was read; {@link SlackResult.Refused} if it is too long for
     *     that
     */
    <T> SlackResult<Optional<T>> find(WebApi api, SlackConnection connection, String where, PageReader<T> reader) {
        while (itemsRead < bounds.maxItems()) {
            SlackResult<ApiResponse> answer = api.call(connection, request.page(pageSize, cursor));
            if (isTooLong(answer) && pageSize > 1) {
                pageSize = pageSize / 2;
                continue;
            }
            if (!(answer instanceof SlackResult.Success<ApiResponse> success)) {
                return answer.map(result -> Optional.empty());
            }
            JsonResponse page = success.value().json();
            SlackResult<Optional<T>> found = reader.read(page);
            if (!isNothing(found) || isLast(page)) {
                return found;
            }
            cursor = page.nextCursor().orElse(null);
            if (cursor == null) {
                return new SlackResult.Unknown<>("Slack has told a part of a list only, and not how to read on.");
            }
            itemsRead += pageSize;
        }
        return new SlackResult.Refused<>(Refusals.ofOwn(bounds.tooMany(), where));
    }

    private static boolean isTooLong(SlackResult<?> answer) {
        return answer.isRefused(Refusals.ANSWER_TOO_LONG);
    }

    private static boolean isNothing(SlackResult<? extends Optional<?>> found) {
        return found.success().filter(Optional::isEmpty).isPresent();
    }

    /** Returns whether a page is the last one. An answer without the list proves nothing, so it does not count. */
    private boolean isLast(JsonResponse page) {
        return page.hasList(bounds.items())
                && page.nextCursor().isEmpty()
                && !page.flag("has_more").orElse(false);
    }
}
