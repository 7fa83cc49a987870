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
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A template as it is stored and shown in forms: texts that replace the default text of messages, under a name that rules use. */
public class TemplateConfig extends ListElement implements Describable<TemplateConfig> {
    private final String name;
    private final List<WordingConfig> wordings;

    @DataBoundConstructor
    public TemplateConfig(@CheckForNull String name, @CheckForNull List<WordingConfig> wordings) {
        this.name = read("name", "", () -> FieldParser.name("template", name));
        this.wordings = read("wordings", List.of(), () -> requireSome(wordings));
    }

    private static List<WordingConfig> requireSome(@CheckForNull List<WordingConfig> wordings) {
        if (wordings == null || wordings.isEmpty()) {
            throw new IllegalArgumentException("A template without a wording says nothing. Add a wording.");
        }
        return new ArrayList<>(wordings);
    }

    public String getName() {
        return name;
    }

    /** The wordings, in their order. The first that is for a kind of the build is used. */
    public List<WordingConfig> getWordings() {
        return List.copyOf(wordings);
    }

    @Override
    protected Map<String, List<? extends ListElement>> children() {
        return Map.of("wordings", wordings);
    }

    @Override
    protected TemplateConfig blank() {
        return new TemplateConfig(null, null);
    }

    @Override
    protected TemplateConfig construct() {
        return new TemplateConfig(name, wordings);
    }

    @Override
    public String givenName() {
        return name;
    }

    Template toTemplate() {
        return new Template(
                name, wordings.stream().map(WordingConfig::toWording).toList());
    }

    /** The form of a template. The symbol is its name in Job DSL. */
    @Extension
    @Symbol("messageTemplate")
    public static class DescriptorImpl extends Descriptor<TemplateConfig> {
        @POST
        public FormValidation doCheckName(@AncestorInPath Item item, @QueryParameter String value) {
            return ListElement.softened(
                    RuleFormChecks.check(item, () -> FieldParser.name("template", value)),
                    RuleFormChecks.stored(item, RuleScopeConfig::templates),
                    "name",
                    value);
        }
    }
}
