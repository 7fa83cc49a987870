package io.jenkins.plugins.slacknotify.config.rules;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.slacknotify.config.Choice;
import io.jenkins.plugins.slacknotify.event.EventKind;
import io.jenkins.plugins.slacknotify.routing.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** What a template says of builds of some kinds. */
public class TemplateWording implements Describable<TemplateWording> {
    private final String text;
    private List<String> events = new ArrayList<>();

    /** @throws IllegalArgumentException where it says nothing */
    @DataBoundConstructor
    public TemplateWording(@CheckForNull String text) {
        this.text = Given.required(text, "A template needs a text");
    }

    /** mrkdwn with placeholders. */
    public String getText() {
        return text;
    }

    /** The kinds of event, as {@link EventKind#id()}s; none for every kind. */
    public List<String> getEvents() {
        return List.copyOf(events);
    }

    /** @throws IllegalArgumentException where a kind is not known */
    @DataBoundSetter
    public void setEvents(@CheckForNull List<String> events) {
        this.events = Given.ids(events, EventKind::parse, EventKind::id);
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
    }
}
