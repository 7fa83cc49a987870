package io.jenkins.plugins.slacknotify.config.rules;

import io.jenkins.plugins.slacknotify.config.Checks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * Reads workspaces, destinations, templates and rules of a form that is not saved, so that what a save would refuse is said in
 * the page, and nothing that was typed is lost.
 */
public final class RoutingTrial {
    private final StaplerRequest2 request;
    private final JSONObject form;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RoutingTrial(StaplerRequest2 request, JSONObject form) {
        this.request = request;
        this.form = form;
    }

    /**
     * What a save would refuse.
     *
     * @param form what the form sends as {@code routing}; is changed
     * @return objects with {@code list}, {@code index}, {@code field} and {@code words}
     */
    public static JSONArray of(StaplerRequest2 request, JSONObject form) {
        RoutingForm.complete(form);
        JSONArray answer = new JSONArray();
        new RoutingTrial(request, form).problems().forEach(problem -> answer.add(json(problem)));
        return answer;
    }

    /** How things stand together is looked at only when each can be read. */
    private List<RuleProblem> problems() {
        SystemRouting routing = new SystemRouting();
        routing.setWorkspaces(read("workspaces", SlackWorkspace.class));
        routing.setDestinations(read("destinations", NamedDestination.class));
        routing.setTemplates(read("templates", MessageTemplate.class));
        routing.setRules(read("rules", NotificationRule.class));
        return problems.isEmpty() ? RuleProblems.in(routing) : problems;
    }

    private <T> List<T> read(String list, Class<T> type) {
        List<JSONObject> elements = RoutingForm.elements(form, list);
        List<T> read = new ArrayList<>();
        for (int index = 0; index < elements.size(); index++) {
            read(list, index, type, elements.get(index)).forEach(read::add);
        }
        return read;
    }

    private <T> Stream<T> read(String list, int index, Class<T> type, JSONObject element) {
        try {
            T read = request.bindJSON(type, element);
            refusals(read).forEach(words -> problems.add(new RuleProblem(list, index, "", "", words)));
            return Stream.of(read);
        } catch (IllegalArgumentException refusal) {
            problems.add(
                    new RuleProblem(list, index, "", "", Checks.cause(refusal).getMessage()));
            return Stream.empty();
        }
    }

    /** Their fields say the same by themselves. */
    private static Collection<String> refusals(Object read) {
        return read instanceof NotificationRule rule ? rule.refusals().values() : List.of();
    }

    private static JSONObject json(RuleProblem problem) {
        JSONObject json = new JSONObject();
        json.put("list", problem.list());
        json.put("index", problem.index());
        json.put("field", problem.field());
        json.put("words", problem.words());
        return json;
    }
}
