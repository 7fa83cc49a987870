package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes one element of the routing at a time. A change is refused where it makes a problem that was not there before; what was
 * invalid before, elsewhere, does not keep anybody from it.
 */
final class RoutingEditor {
    private final SlackNotifyConfiguration settings;

    RoutingEditor(SlackNotifyConfiguration settings) {
        this.settings = settings;
    }

    /**
     * Takes over a changed routing.
     *
     * @param edited the element that the person has typed, whose problems are those of its fields; null where nothing was typed
     * @return the problems for which nothing was changed; empty after the change
     */
    List<RoutingProblem> apply(SystemRouting changed, @CheckForNull ListElement edited) {
        List<RoutingProblem> problems = problems(settings.getRouting(), changed, edited);
        if (problems.isEmpty()) {
            settings.replaceRouting(changed);
        }
        return problems;
    }

    static List<RoutingProblem> problems(SystemRouting before, SystemRouting after, @CheckForNull ListElement edited) {
        if (edited != null && edited.isInvalid()) {
            return edited.validationErrors().entrySet().stream()
                    .map(error -> new RoutingProblem("", 0, "", error.getKey(), error.getValue()))
                    .toList();
        }
        SystemRouting checked = withoutInvalid(after);
        Set<String> known = RoutingValidator.problemsOf(withoutInvalid(before)).stream()
                .map(RoutingEditor::identity)
                .collect(Collectors.toSet());
        List<RoutingProblem> found = new ArrayList<>();
        for (RoutingProblem problem : RoutingValidator.problemsOf(checked)) {
            if (edited != null && elements(checked, problem.list()).get(problem.index()) == edited) {
                found.add(problem);
            } else if (!known.contains(identity(problem))) {
                found.add(elsewhere(problem));
            }
        }
        return found;
    }

    /** A problem that the change makes at another element, which the form does not show. */
    private static RoutingProblem elsewhere(RoutingProblem problem) {
        String name = problem.name().isEmpty() ? problem.list() + " " + (problem.index() + 1) : problem.name();
        return new RoutingProblem(
                problem.list(), problem.index(), name, "", Messages.RoutingEditor_elsewhere(name, problem.message()));
    }

    /** A move changes the position of an element, and not its problem. */
    private static String identity(RoutingProblem problem) {
        return String.join("\n", problem.list(), problem.name(), problem.field(), problem.message());
    }

    private static SystemRouting withoutInvalid(SystemRouting routing) {
        SystemRouting valid = new SystemRouting();
        valid.setWorkspaces(valid(routing.getWorkspaces()));
        valid.setDestinations(valid(routing.getDestinations()));
        valid.setTemplates(valid(routing.getTemplates()));
        valid.setRules(valid(routing.getRules()));
        return valid;
    }

    private static <T extends ListElement> List<T> valid(List<T> elements) {
        return elements.stream().filter(one -> !one.isInvalid()).toList();
    }

    private static List<? extends ListElement> elements(SystemRouting routing, String list) {
        return Stream.of(RoutingList.WORKSPACES, RoutingList.DESTINATIONS, RoutingList.TEMPLATES, RoutingList.RULES)
                .filter(one -> one.id().equals(list))
                .findFirst()
                .orElseThrow()
                .of(routing);
    }
}
