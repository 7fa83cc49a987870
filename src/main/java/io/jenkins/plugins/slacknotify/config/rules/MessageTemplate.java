package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What is said of builds in the place of the message's own words, under a name that rules use. */
public class MessageTemplate implements Describable<MessageTemplate> {
    private final String name;
    private final List<TemplateWording> wordings;

    /** @throws IllegalArgumentException where it has no name or says nothing */
    @DataBoundConstructor
    public MessageTemplate(@CheckForNull String name, @CheckForNull List<TemplateWording> wordings) {
        this.name = Given.name("template", name);
        this.wordings = wordings == null ? new ArrayList<>() : new ArrayList<>(wordings);
        if (this.wordings.isEmpty()) {
            throw new IllegalArgumentException("The template '" + this.name + "' says nothing. Add a wording.");
        }
    }

    public String getName() {
        return name;
    }

    /** The first that is for a kind of the build counts. */
    public List<TemplateWording> getWordings() {
        return List.copyOf(wordings);
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
