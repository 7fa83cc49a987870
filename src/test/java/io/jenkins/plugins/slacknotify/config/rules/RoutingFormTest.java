package io.jenkins.plugins.slacknotify.config.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.sf.json.JSONObject;
import org.junit.jupiter.api.Test;

class RoutingFormTest {
    private static JSONObject completed(String form) {
        JSONObject completed = JSONObject.fromObject(form);
        RoutingForm.complete(completed);
        return completed;
    }

    @Test
    void shouldPutEmptyListsWhereTheFormHasNothing() {
        assertThat((Object) completed("{}"))
                .isEqualTo(JSONObject.fromObject(
                        "{workspaces: [], destinations: [], templates: [], rules: [], channelLimits: []}"));
    }

    @Test
    void shouldReadTheOnlyRuleOfAForm() {
        JSONObject form = completed(
                "{rules: {name: 'x', jobs: 'a/**\\n\\n!a/b', branches: '', to: 'ops, #all', people: 'breakers', mention: ''}}");

        assertThat((Object) form.getJSONObject("rules"))
                .isEqualTo(JSONObject.fromObject(
                        "{name: 'x', jobs: ['a/**', '!a/b'], branches: [], to: ['ops', '#all'], people: ['breakers'],"
                                + " mention: [], branchKinds: [], events: [], causes: []}"));
    }

    @Test
    void shouldLeaveTheBoxesThatAreTicked() {
        JSONObject form = completed("{rules: [{events: ['failure', 'fixed'], causes: 'user'}, {}]}");

        assertThat((List<?>) form.getJSONArray("rules").getJSONObject(0).getJSONArray("events"))
                .hasToString("[\"failure\",\"fixed\"]");
        assertThat(form.getJSONArray("rules").getJSONObject(0).getString("causes"))
                .isEqualTo("user");
        assertThat((List<?>) form.getJSONArray("rules").getJSONObject(1).getJSONArray("events"))
                .isEmpty();
    }

    @Test
    void shouldReadWordingsOfTemplates() {
        JSONObject form = completed("{templates: {name: 't', wordings: {text: 'x'}}}");

        assertThat((List<?>) form.getJSONObject("templates")
                        .getJSONObject("wordings")
                        .getJSONArray("events"))
                .isEmpty();
    }
}
