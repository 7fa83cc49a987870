package io.jenkins.plugins.slacknotify.sandbox;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a sandbox with a small workspace until the process is ended: {@code SandboxMain [--port PORT]}. */
public final class SandboxMain {
    private static final int USUAL_PORT = 8090;

    private SandboxMain() {}

    public static void main(String... arguments) throws InterruptedException {
        var sandbox = SlackSandbox.start(port(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        furnish(sandbox);
        System.out.println("Slack sandbox: " + sandbox.pageUrl());
        System.out.println("Web API:       " + sandbox.apiUrl());
        System.out.println("The page hands out the bot token and the app's secrets, and lets you act as any member.");
        System.out.println("Ctrl-C stops the sandbox.");
        new CountDownLatch(1).await();
    }

    private static void furnish(SlackSandbox sandbox) {
        var acme = sandbox.workspace("acme");
        String token = acme.installBot("jenkins");
        sandbox.appOf(token);
        acme.user("Ada Lovelace", "ada@example.org");
        acme.user("Grace Hopper", "grace@example.org");
        acme.guest("Gil Guest", "gil@example.org");
        var otto = acme.outsider(sandbox.workspace("partner").user("Otto Outside", "otto@partner.example"));
        acme.user("Dora Gone", "dora@example.org").deactivate();
        for (String channel : List.of("general", "builds")) {
            acme.channel(channel).invite("jenkins").invite("Ada Lovelace").invite("Grace Hopper");
        }
        acme.channel("builds").invite("Gil Guest").invite(otto.id());
    }

    private static int port(String... arguments) {
        if (arguments.length == 0) {
            return USUAL_PORT;
        }
        if (arguments.length == 2 && arguments[0].equals("--port")) {
            return Integer.parseInt(arguments[1]);
        }
        throw new IllegalArgumentException("usage: SandboxMain [--port PORT]");
    }
}
