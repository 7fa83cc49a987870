package io.jenkins.plugins.slacknotify.page.list;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.config.SlackNotifyConfiguration;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.inbound.InboundConfig;
import io.jenkins.plugins.slacknotify.config.rules.RoutingProblem;
import io.jenkins.plugins.slacknotify.config.rules.RoutingValidator;
import io.jenkins.plugins.slacknotify.config.rules.SystemRouting;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes one element of the routing at a time. A change is refused where it makes a problem that was not there before; what was
 * invalid before, elsewhere, does not keep anybody from it.
 */
record RoutingEditor(SlackNotifyConfiguration settings) {
    /**
     * Applies a changed routing.
     *
     * @param inbound the inbound settings, as they follow the change
     * @param edited the element that the person has typed, whose problems are those of its fields; null where nothing was typed
     * @return the problems for which nothing was changed; empty after the change
     */
    List<RoutingProblem> apply(SystemRouting changed, InboundConfig inbound, @CheckForNull ListElement edited) {
        List<RoutingProblem> problems = new ArrayList<>(problems(settings.getRouting(), changed, edited));
        problems.addAll(lostWorkspaces(settings.getRouting(), changed, inbound));
        if (problems.isEmpty()) {
            settings.replace(changed, inbound);
        }
        return problems;
    }

    /** The apps whose workspace goes with a change. */
    static List<RoutingProblem> lostWorkspaces(SystemRouting before, SystemRouting after, InboundConfig inbound) {
        return inbound.getApps().stream()
                .filter(app -> app.getWorkspace() != null
                        && before.credentialsOf(app.getWorkspace()).isPresent()
                        && after.credentialsOf(app.getWorkspace()).isEmpty())
                .map(app -> new RoutingProblem(
                        RoutingList.WORKSPACES.id(),
                        0,
                        app.getName(),
                        "",
                        Messages.RoutingEditor_app(app.getName(), app.getWorkspace())))
                .toList();
    }

    static List<RoutingProblem> problems(SystemRouting before, SystemRouting after, @CheckForNull ListElement edited) {
        if (edited != null && edited.isInvalid()) {
            return edited.validationErrors().entrySet().stream()
                    .map(error -> new RoutingProblem("", 0, "", error.getKey(), error.getValue()))
                    .toList();
        }
        SystemRouting known = withoutInvalid(before);
        SystemRouting checked = withoutInvalid(after);
        ElementSuccession succession = ElementSuccession.between(known, checked);
        List<List<Object>> former = new ArrayList<>();
        RoutingValidator.problemsOf(known)
                .forEach(problem -> former.add(identity(succession.successor(element(known, problem)), problem)));
        List<RoutingProblem> found = new ArrayList<>();
        for (RoutingProblem problem : RoutingValidator.problemsOf(checked)) {
            if (edited != null && element(checked, problem) == edited) {
                found.add(problem);
            } else if (!former.remove(identity(element(checked, problem), problem))) {
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

    /**
     * The parts of a problem that are the same after a change: the element, whatever it is called, and wherever it stands. Any
     * change may change the names that a message lists.
     *
     * @param element as it is after the change; no element is equal to another one
     */
    private static List<Object> identity(ListElement element, RoutingProblem problem) {
        return List.of(element, problem.field(), problem.subject());
    }

    private static SystemRouting withoutInvalid(SystemRouting routing) {
        return routing.only(element -> !element.isInvalid());
    }

    private static ListElement element(SystemRouting routing, RoutingProblem problem) {
        return RoutingList.ALL.stream()
                .filter(one -> one.id().equals(problem.list()))
                .findFirst()
                .orElseThrow()
                .of(routing)
                .get(problem.index());
    }
}
