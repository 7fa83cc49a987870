package io.jenkins.plugins.slacknotify.interaction.answer;

import io.jenkins.plugins.slacknotify.inbound.act.Answer;
import io.jenkins.plugins.slacknotify.inbound.act.Responder;
import io.jenkins.plugins.slacknotify.inbound.origin.RequestOrigin;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Says "looking" to who asks where an answer needs long, and has the answer take the place of that. Safe for use by many threads.
 *
 * <p>What a whole channel reads takes the place of nothing: then the word stays for the one who has asked, and goes with the next
 * start of their Slack.
 */
public final class SlowAnswers {
    /** The time after which a person wonders whether anything happens. */
    public static final Duration WAIT = Duration.ofSeconds(2);

    private static final Answer LOOKING = Answer.ephemeral("Looking …");

    private final Responder responder;
    private final Delay delay;

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

    /** Answers on the caller's thread. Only a request with an address for answers is told that it takes longer. */
    public Answer answer(RequestOrigin origin, Supplier<Answer> work) {
        if (origin.ticket().responseUrl() == null) {
            return work.get();
        }
        Notice notice = new Notice(origin);
        delay.run(WAIT, notice::send);
        Answer answer;
        try {
            answer = work.get();
        } finally {
            notice.end();
        }
        return notice.wasSent() && answer.placement() == Answer.Placement.EPHEMERAL ? replacing(answer) : answer;
    }

    private static Answer replacing(Answer answer) {
        Answer replacing = Answer.replacing(answer.text());
        String blocks = answer.blocks();
        return blocks == null ? replacing : replacing.withBlocks(blocks);
    }

    /** The word about one request. Its end waits for a word that is being sent, so that the answer comes after it. */
    private final class Notice {
        private final RequestOrigin origin;
        private boolean over;
        private boolean sent;

        Notice(RequestOrigin origin) {
            this.origin = origin;
        }

        synchronized void send() {
            if (!over) {
                responder.respond(origin, LOOKING);
                sent = true;
            }
        }

        synchronized void end() {
            over = true;
        }

        synchronized boolean wasSent() {
            return sent;
        }
    }
}
