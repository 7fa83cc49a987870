package io.jenkins.plugins.slacknotify.demo;

import static io.jenkins.plugins.slacknotify.demo.DemoSlack.BUILDS;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.CHECKOUT;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.RELEASES;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.SHOP;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some builds, one after the other, and what each should tell. The next begins when the last has told it, because news that
 * comes faster than Slack takes it is folded into one message. One waits until somebody approves it in Slack.
 */
final class Round {
    /** The job that waits until somebody approves it in Slack. */
    static final String APPROVED = "deploy";

    private static final List<Act> ACTS = List.of(
            new Act("shop-tests"),
            new Act("shop-tests", new Told(BUILDS, "shop-tests #2 broke"), new Told(SHOP, "shop-tests #2 broke")),
            new Act("shop-tests", new Told(BUILDS, "shop-tests #3 still fails, 2nd time since #2 (in a thread)")),
            new Act(
                    "shop-tests",
                    new Told(BUILDS, "shop-tests #4 is fixed (in a thread)"),
                    new Told(
                            BUILDS,
                            "shop-tests #4 is fixed, shop-tests #2 broke (changed later)",
                            "shop-tests #2 broke"),
                    new Told(SHOP, "shop-tests #4 is fixed")),
            new Act(
                    "checkout",
                    new Told(BUILDS, "checkout #1 failed: stage Test — The checkout does not add up."),
                    new Told(CHECKOUT, "The checkout is broken. Who can help?")),
            new Act(
                    "checkout",
                    new Told(BUILDS, "checkout #2 is fixed (in a thread)"),
                    new Told(
                            BUILDS,
                            "checkout #2 is fixed, checkout #1 failed: stage Test (changed later)",
                            "checkout #1 failed: stage Test — The checkout does not add up.")),
            new Act(
                    "release",
                    new Told(RELEASES, "Release 1 is out (changed later)"),
                    new Told(RELEASES, "Tests are through (in a thread)"),
                    new Told(RELEASES, "Release 1 is yours to announce")),
            new Act(
                    APPROVED,
                    new Told(RELEASES, "deploy #1 succeeded (changed later)"),
                    new Told(
                            RELEASES,
                            "deploy #1 waited for input: Put build 1 live? — answered by Ada Lovelace (in a thread) (changed later)")));

    private final DemoSlack slack;

    /** By channel or e-mail address, in their order there. */
    private final Map<String, List<String>> expected = new LinkedHashMap<>();

    /** A build of a job. */
    private record Act(String job, List<Told> tells) {
        Act(String job, Told... tells) {
            this(job, List.of(tells));
        }

        boolean isApproved() {
            return job.equals(APPROVED);
        }
    }

    /**
     * A message in a channel, or a direct message to an e-mail address.
     *
     * @param before the earlier message that becomes this one; null for one of its own
     */
    private record Told(
            String where, String message, @CheckForNull String before) {
        Told(String where, String message) {
            this(where, message, null);
        }

        void addTo(List<String> messages) {
            if (before == null) {
                messages.add(message);
            } else {
                messages.replaceAll(earlier -> earlier.equals(before) ? message : earlier);
            }
        }
    }

    Round(DemoSlack slack) {
        this.slack = slack;
    }

    void play(Stage stage) {
        for (var act : ACTS) {
            if (!act.isApproved()) {
                stage.build(act.job);
            } else if (stage.isReachable()) {
                approve(stage.start(act.job));
            } else {
                continue;
            }
            act.tells.forEach(told -> told.addTo(expected.computeIfAbsent(told.where, key -> new ArrayList<>())));
            act.tells.forEach(told -> slack.await(told.where, expected.get(told.where)));
        }
    }

    private void approve(Stage.RunningBuild build) {
        System.out.println("Ada approved it " + slack.answer(RELEASES, "Approve") + ", and its message has changed");
        build.await();
    }

    /** Prints place by place what arrived, and tells whether all of it was expected and nothing is missing. */
    boolean report() {
        boolean good = true;
        for (var where : expected.keySet()) {
            good &= report(where);
        }
        System.out.println();
        System.out.println(good ? "All of it arrived as it should." : "Not all of it arrived as it should.");
        return good;
    }

    private boolean report(String where) {
        var arrived = slack.messages(where);
        System.out.println();
        System.out.println(where.contains("@") ? "Direct messages to " + where : "#" + where);
        arrived.forEach(message -> System.out.println("  " + message));
        if (arrived.equals(expected.get(where))) {
            return true;
        }
        System.out.println("  but expected was " + expected.get(where));
        return false;
    }
}
