package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.form.CheckboxOption;
import io.jenkins.plugins.slacknotify.config.form.FieldParser;
import io.jenkins.plugins.slacknotify.config.form.FieldValidation;
import io.jenkins.plugins.slacknotify.config.form.ListElement;
import io.jenkins.plugins.slacknotify.config.form.StoredChoices;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.message.template.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.template.ParsedTemplate;
import io.jenkins.plugins.slacknotify.routing.Template;
import io.jenkins.plugins.slacknotify.templates.RunMacros;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A wording as it is stored and shown in forms: the text of a template for some kinds of event. */
public class WordingConfig extends ListElement implements Describable<WordingConfig> {
    private final String text;
    private List<String> events = new ArrayList<>();

    @DataBoundConstructor
    public WordingConfig(@CheckForNull String text) {
        this.text = read("text", "", () -> parse(text));
    }

    private static String parse(@CheckForNull String text) {
        String given = FieldParser.required(text, "A wording needs a text");
        FieldValidation.throwIfInvalid(ParsedTemplate.validationError(given));
        return given;
    }

    /** The text: mrkdwn with placeholders. */
    public String getText() {
        return text;
    }

    /** The kinds of event, as {@link EventKind#id()}s; empty for every kind. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = read("events", this.events, () -> FieldParser.ids(events, EventKind::parse, EventKind::id));
    }

    @Override
    protected WordingConfig blank() {
        return new WordingConfig(null);
    }

    @Override
    protected WordingConfig construct() {
        return new WordingConfig(text);
    }

    Template.Variant toWording() {
        return new Template.Variant(events.stream().map(EventKind::parse).collect(Collectors.toSet()), text);
    }

    /** The form of a wording. The symbol is its name in Job DSL. */
    @Extension
    @Symbol("templateWording")
    public static class DescriptorImpl extends Descriptor<WordingConfig> {
        /**
         * The checkboxes of the kinds of event.
         *
         * @param wording null for one that is new
         */
        public List<CheckboxOption> eventChoices(@CheckForNull WordingConfig wording) {
            List<String> stored = wording == null ? List.of() : wording.getEvents();
            return StoredChoices.boxes(CheckboxOption.ofEvents(stored), stored);
        }

        /** Refuses a text that cannot be parsed, and warns of macros that no installed plugin knows. */
        @POST
        public FormValidation doCheckText(@AncestorInPath Item item, @QueryParameter String value) {
            RuleFormChecks.require(item);
            try {
                return RunMacros.validate(ParsedTemplate.parse(value.strip()))
                        .map(FormValidation::warning)
                        .orElseGet(FormValidation::ok);
            } catch (BrokenTemplateException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
