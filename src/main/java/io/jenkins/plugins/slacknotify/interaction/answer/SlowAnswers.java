package io.jenkins.plugins.slacknotify.interaction.answer;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import io.jenkins.plugins.slacknotify.inbound.request.InboundRequest;
import io.jenkins.plugins.slacknotify.memory.LruCache;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Tells the member who asks that the answer follows, where it takes long. Safe for use by many threads.
 *
 * <p>The word stays where it stands, so it is true still beside the answer: Slack has no way to replace what was sent to a {@code
 * response_url}. Its {@code replace_original} is about the message in which a button was pressed; after a command there is none, and
 * after a shortcut that would be the message of the build. So the word takes the place of that message only where the answer
 * does so as well, and is gone with it then.
 */
public final class SlowAnswers {
    /** The time after which a person wonders whether anything happens. */
    public static final Duration WAIT = Duration.ofSeconds(2);

    /** The words that tell the member to wait. */
    public static final String LOOKING = "This takes a moment. The answer follows.";

    private static final int MAX_REQUESTS = 1_000;

    private final Responder responder;
    private final Delay delay;

    /** The requests whose members know: an act that has to wait for Jenkins is tried again and again. */
    private final LruCache<String, Boolean> told = new LruCache<>(MAX_REQUESTS);

    /** The port that runs a task later, on another thread. */
    @FunctionalInterface
    public interface Delay {
        void run(Duration wait, Runnable task);
    }

    /** @param responder answers at the address that came with the request */
    public SlowAnswers(Responder responder, Delay delay) {
        this.responder = responder;
        this.delay = delay;
    }

    /**
     * Answers on the caller's thread. Only a request with an address for answers is told that it takes longer.
     *
     * @param inPlace whether the answer takes the place of the message in which a button was pressed
     */
    public Answer answer(InboundRequest request, boolean inPlace, Supplier<Answer> work) {
        RequestOrigin origin = request.origin();
        if (origin.ticket().responseUrl() == null) {
            return work.get();
        }
        Answer word = inPlace ? Answer.replacing(LOOKING) : Answer.ephemeral(LOOKING);
        Notice notice = new Notice(origin, word.besideReplyIn(request.thread()));
        delay.run(WAIT, notice::send);
        try {
            return work.get();
        } finally {
            notice.end();
        }
    }

    /** The word about one request. Its end waits for a word that is being sent, so that the answer comes after it. */
    private final class Notice {
        private final RequestOrigin origin;
        private final Answer word;
        private boolean over;

        Notice(RequestOrigin origin, Answer word) {
            this.origin = origin;
            this.word = word;
        }

        synchronized void send() {
            if (!over && told.get(origin.id()).isEmpty()) {
                told.put(origin.id(), true);
                responder.respond(origin, word);
            }
        }

        synchronized void end() {
            over = true;
        }
    }
}
