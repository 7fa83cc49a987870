package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.slacknotify.config.Checks;
import io.jenkins.plugins.slacknotify.config.Choice;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.message.BrokenTemplateException;
import io.jenkins.plugins.slacknotify.message.TemplateText;
import io.jenkins.plugins.slacknotify.routing.Template;
import io.jenkins.plugins.slacknotify.templates.RunMacros;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What a template says of builds of some kinds. */
public class TemplateWording extends ListElement implements Describable<TemplateWording> {
    private final String text;
    private List<String> events = new ArrayList<>();

    @DataBoundConstructor
    public TemplateWording(@CheckForNull String text) {
        this.text = read("text", "", () -> understood(text));
    }

    private static String understood(@CheckForNull String text) {
        String given = Given.required(text, "A wording needs a text");
        Checks.throwing(TemplateText.objectionTo(given));
        return given;
    }

    /** mrkdwn with placeholders. */
    public String getText() {
        return text;
    }

    /** The kinds of event, as {@link EventKind#id()}s; none for every kind. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = read("events", this.events, () -> Given.ids(events, EventKind::parse, EventKind::id));
    }

    Template.Wording toWording() {
        return new Template.Wording(events.stream().map(EventKind::parse).collect(Collectors.toSet()), text);
    }

    /** The form of a wording. */
    @Extension
    public static class DescriptorImpl extends Descriptor<TemplateWording> {
        /**
         * The boxes of the form.
         *
         * @param wording null for one that is new
         */
        public List<Choice> eventChoices(@CheckForNull TemplateWording wording) {
            return Choice.ofEvents(wording == null ? List.of() : wording.getEvents());
        }

        /** Objects to what cannot be understood, and warns of macros that have no value by what is installed now. */
        @POST
        public FormValidation doCheckText(@AncestorInPath Item item, @QueryParameter String value) {
            if (item == null) {
                Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            } else {
                item.checkPermission(Item.CONFIGURE);
            }
            try {
                return RunMacros.objectionTo(TemplateText.of(value.strip()))
                        .map(FormValidation::warning)
                        .orElseGet(FormValidation::ok);
            } catch (BrokenTemplateException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
