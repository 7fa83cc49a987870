package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
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
public class MessageTemplate extends ListElement implements Describable<MessageTemplate> {
    private final String name;
    private final List<TemplateWording> wordings;

    @DataBoundConstructor
    public MessageTemplate(@CheckForNull String name, @CheckForNull List<TemplateWording> wordings) {
        this.name = read("name", "", () -> Given.name("template", name));
        this.wordings = read("wordings", List.of(), () -> some(wordings));
    }

    private static List<TemplateWording> some(@CheckForNull List<TemplateWording> wordings) {
        if (wordings == null || wordings.isEmpty()) {
            throw new IllegalArgumentException("A template without a wording says nothing. Add a wording.");
        }
        return new ArrayList<>(wordings);
    }

    public String getName() {
        return name;
    }

    /** The first that is for a kind of the build counts. */
    public List<TemplateWording> getWordings() {
        return List.copyOf(wordings);
    }

    /** Those of its wordings as well. */
    @Override
    Map<String, String> refusals() {
        Map<String, String> all = new LinkedHashMap<>(super.refusals());
        for (int index = 0; index < wordings.size(); index++) {
            String path = "wordings[" + index + "].";
            wordings.get(index).refusals().forEach((field, words) -> all.put(path + field, words));
        }
        return all;
    }

    @Override
    String label(int position) {
        return name;
    }

    Template toTemplate() {
        return new Template(
                name, wordings.stream().map(TemplateWording::toWording).toList());
    }

    /** The form of a template. */
    @Extension
    public static class DescriptorImpl extends Descriptor<MessageTemplate> {
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return RuleChecks.check(item, () -> Given.name("template", value));
        }
    }
}
