package io.jenkins.plugins.slacknotify.outbox.crash;

import io.jenkins.plugins.slacknotify.outbox.Outbox;
import io.jenkins.plugins.slacknotify.outbox.delivery.Entry;
import io.jenkins.plugins.slacknotify.outbox.delivery.SendOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A process that hands over and sends until it is killed. Arguments: the folder, the port, the number of its life. */
final class CrashChild {
    static final int THREADS = 4;

    /** The sequences of a lane. */
    static final int SEQUENCES = 6;

    private static final int MAX_WAITING = 50;
    private static final String PAYLOAD = "x".repeat(2_000);
    private static final String[] FATES = {"send", "send", "send", "refuse", "later", "lose", "expire"};

    private CrashChild() {}

    public static void main(String[] args) {
        LoopbackClient slack = new LoopbackClient(Integer.parseInt(args[1]));
        Outbox outbox = CrashOutbox.over(Path.of(args[0]), slack);
        outbox.start();
        int life = Integer.parseInt(args[2]);
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            new Thread(() -> handOver(outbox, slack, life, number)).start();
        }
    }

    private static void handOver(Outbox outbox, LoopbackClient slack, int life, int thread) {
        Random random = new Random(life * 31L + thread);
        for (int number = 0; ; number++) {
            String fate = FATES[random.nextInt(FATES.length)];
            int sequence = random.nextInt(SEQUENCES);
            String id = "lane%d-seq%d-life%04d-%06d-%s".formatted(thread, sequence, life, number, fate);
            Instant at =
                    fate.equals("expire") ? Instant.now().minus(CrashOutbox.MAX_AGE.plusMinutes(1)) : Instant.now();
            boolean foldable = fate.equals("send") || fate.equals("lose");
            SendOrder order = new SendOrder("lane" + thread, "seq" + sequence, 0, foldable);
            if (outbox.accept(new Entry(id, order, at, PAYLOAD))) {
                slack.say("accepted", id);
            }
            do {
                LockSupport.parkNanos(random.nextInt(2_000_000));
            } while (outbox.waiting() > MAX_WAITING);
        }
    }
}
