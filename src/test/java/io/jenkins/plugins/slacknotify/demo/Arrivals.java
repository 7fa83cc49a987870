package io.jenkins.plugins.slacknotify.demo;

import static io.jenkins.plugins.slacknotify.demo.DemoSlack.ADA;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.BUILDS;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.CHECKOUT;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.RELEASES;
import static io.jenkins.plugins.slacknotify.demo.DemoSlack.SHOP;

import io.jenkins.plugins.slacknotify.sandbox.workspace.SandboxMessage;
import java.util.List;

/** Compares what a round should have told with what arrived. */
record Arrivals(DemoSlack slack) {
    private static final List<Place> EXPECTED = List.of(
            new Place(
                    BUILDS,
                    "shop-tests #2 broke",
                    "shop-tests #3 still fails",
                    "shop-tests #4 is fixed",
                    "checkout #1 failed",
                    "checkout #2 is fixed"),
            new Place(SHOP, "shop-tests #2 broke", "shop-tests #4 is fixed"),
            new Place(CHECKOUT, "The checkout is broken. Who can help?"),
            new Place(RELEASES, "Release 1 is out (changed later)", "Tests are through (in a thread)"),
            new Place(ADA, "Release 1 is yours to announce"));

    /** The messages that belong in a place, in their order. */
    private record Place(String where, List<String> messages) {
        Place(String where, String... messages) {
            this(where, List.of(messages));
        }

        String title() {
            return where.contains("@") ? "Direct messages to " + where : "#" + where;
        }
    }

    /** Prints place by place, and tells whether all arrived and nothing else did. */
    boolean print() {
        boolean good = true;
        for (var place : EXPECTED) {
            good &= print(place);
        }
        System.out.println(good ? "All of it arrived as it should." : "Not all of it arrived as it should.");
        return good;
    }

    private boolean print(Place place) {
        var arrived = slack.messages(place.where, place.messages.size()).stream()
                .map(Arrivals::words)
                .toList();
        System.out.println();
        System.out.println(place.title());
        arrived.forEach(message -> System.out.println("  " + message));
        if (arrived.equals(place.messages)) {
            return true;
        }
        System.out.println("but expected was");
        place.messages.forEach(message -> System.out.println("  " + message));
        return false;
    }

    /** What a reader sees, less the emoji at the beginning. */
    private static String words(SandboxMessage message) {
        var text = message.text()
                .replaceAll("<[^|>]*\\|([^>]*)>", "$1")
                .replace("*", "")
                .replaceAll("^:\\w+: ", "");
        return text
                + (message.isReply() ? " (in a thread)" : "")
                + (message.editedAt() == null ? "" : " (changed later)");
    }
}
