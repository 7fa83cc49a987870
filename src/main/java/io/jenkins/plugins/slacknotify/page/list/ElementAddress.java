package io.jenkins.plugins.slacknotify.page.list;

import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.page.SlackPage;
import java.util.List;
import java.util.stream.IntStream;

/** The addresses of the pages of the system's routing elements, by the names of these. The addresses are below the root of Jenkins. */
public final class ElementAddress {
    private ElementAddress() {}

    /** The page of a rule; the tab with all rules where there is none of that name. */
    public static String ofRule(String name) {
        return SlackPage.ADDRESS + "rules/" + segment(RoutingList.RULES, name);
    }

    /** The page of a destination; the tab with all destinations where there is none of that name. */
    public static String ofDestination(String name) {
        return SlackPage.ADDRESS + "destinations/" + segment(RoutingList.DESTINATIONS, name);
    }

    private static String segment(RoutingList<?> list, String name) {
        return segment(list.segment(), list.of(SlackNotifyConfiguration.get().getRouting()), name);
    }

    /** @return empty where no element has that name */
    static String segment(String kind, List<? extends ListElement> elements, String name) {
        return IntStream.rangeClosed(1, elements.size())
                .filter(position -> elements.get(position - 1).label(position).equals(name))
                .mapToObj(position -> kind + "/" + position + "/")
                .findFirst()
                .orElse("");
    }
}
