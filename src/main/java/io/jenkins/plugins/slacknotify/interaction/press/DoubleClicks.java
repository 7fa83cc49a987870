package io.jenkins.plugins.slacknotify.interaction.press;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.inbound.origin.InstallationKey;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Duration;
import java.time.Instant;

/**
 * Recognizes the second click of a double click, which Slack sends as a request of its own: the member does not want the act twice. It is
 * for buttons that would do something each time. Safe for use by many threads.
 */
public final class DoubleClicks {
    /** Longer than the clicks of a thumb lie apart, with what the network adds. */
    static final Duration WITHIN = Duration.ofSeconds(2);

    private static final int BUTTONS = 500;

    private record Button(
            InstallationKey installation, @CheckForNull String member, String name) {}

    private record Click(String request, Instant at) {}

    private final LruCache<Button, Click> last = new LruCache<>(BUTTONS);

    /**
     * Returns whether a press is the second click on a button; otherwise it is remembered as the first. A request that is done again
     * after a failure is no second one. Two clicks that are done at once may come here in either order.
     *
     * @param button names the button and its message
     */
    public synchronized boolean isSecond(RequestOrigin origin, String button) {
        Button key = new Button(origin.installation(), origin.userId(), button);
        Instant now = origin.receivedAt();
        boolean isSecond = last.get(key)
                .filter(first -> !first.request().equals(origin.id())
                        && Duration.between(first.at(), now).abs().compareTo(WITHIN) < 0)
                .isPresent();
        if (!isSecond) {
            last.put(key, new Click(origin.id(), now));
        }
        return isSecond;
    }
}
