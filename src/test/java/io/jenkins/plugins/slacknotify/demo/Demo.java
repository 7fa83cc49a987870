package io.jenkins.plugins.slacknotify.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The demo's main class: {@code Demo [--once | --pictures FOLDER]}. Exits 1 where {@code --once} finds that something did not
 * arrive. {@code --pictures} takes the manual's pictures of pages.
 */
public final class Demo {
    private Demo() {}

    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length == 2 && arguments[0].equals("--pictures")) {
            Pictures.take(Path.of(arguments[1]));
            System.exit(0);
        }
        if (!List.of(List.of(), List.of("--once")).contains(List.of(arguments))) {
            System.err.println("usage: ./demo [--once | --pictures FOLDER]");
            System.exit(2);
        }
        System.exit(arguments.length == 0 ? runUntilInterrupted() : runOnce());
    }

    private static int runOnce() {
        try (var slack = DemoSlack.start();
                var stage = Stage.atHand(slack)) {
            System.out.println(stage.opening());
            var round = new Round(slack);
            round.play(stage);
            return round.report() ? 0 : 1;
        }
    }

    private static int runUntilInterrupted() throws InterruptedException {
        var slack = DemoSlack.start();
        var stage = Stage.atHand(slack);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stage.close();
            slack.close();
        }));
        System.out.println(stage.opening());
        System.out.println(stage.invite());
        System.out.println("Ctrl-C stops everything.");
        new CountDownLatch(1).await();
        return 0;
    }
}
