package io.jenkins.plugins.slacknotify.config.form;

import hudson.model.DescriptorByNameOwner;
import hudson.util.FormValidation;

/** A page with the form of one element of a list. Jenkins sends the checks of its fields to an address below it, so that they find it. */
public interface ElementForm extends DescriptorByNameOwner {
    /**
     * Makes a warning of the error at a field, where saving this form keeps what is stored there.
     *
     * @param checked what is said of the value
     */
    FormValidation softened(FormValidation checked, String field, String value);
}
