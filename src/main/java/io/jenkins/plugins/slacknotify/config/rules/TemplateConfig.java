package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What is said of builds in the place of the message's own words, under a name that rules use. */
public class TemplateConfig extends ListElement implements Describable<TemplateConfig> {
    private final String name;
    private final List<WordingConfig> wordings;

    @DataBoundConstructor
    public TemplateConfig(@CheckForNull String name, @CheckForNull List<WordingConfig> wordings) {
        this.name = read("name", "", () -> FieldParser.name("template", name));
        this.wordings = read("wordings", List.of(), () -> some(wordings));
    }

    private static List<WordingConfig> some(@CheckForNull List<WordingConfig> wordings) {
        if (wordings == null || wordings.isEmpty()) {
            throw new IllegalArgumentException("A template without a wording says nothing. Add a wording.");
        }
        return new ArrayList<>(wordings);
    }

    public String getName() {
        return name;
    }

    /** The first that is for a kind of the build counts. */
    public List<WordingConfig> getWordings() {
        return List.copyOf(wordings);
    }

    /** Those of its wordings as well. */
    @Override
    public Map<String, String> validationErrors() {
        Map<String, String> all = new LinkedHashMap<>(super.validationErrors());
        for (int index = 0; index < wordings.size(); index++) {
            String path = "wordings[" + index + "].";
            wordings.get(index).validationErrors().forEach((field, words) -> all.put(path + field, words));
        }
        return all;
    }

    @Override
    public String label(int position) {
        return name;
    }

    Template toTemplate() {
        return new Template(
                name, wordings.stream().map(WordingConfig::toWording).toList());
    }

    /** The form of a template. */
    @Extension
    public static class DescriptorImpl extends Descriptor<TemplateConfig> {
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return RuleFormChecks.check(item, () -> FieldParser.name("template", value));
        }
    }
}
