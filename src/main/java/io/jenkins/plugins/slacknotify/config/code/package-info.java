/**
 * The additions that Configuration as Code needs to Jenkins' own description of settings: lists that are empty, and variables in YAML.
 *
 * <p>Knows that plugin's API, which may be missing, and {@code config.form}. Must not know any setting.
 */
@DefaultAnnotation(NonNull.class)
package io.jenkins.plugins.slacknotify.config.code;

import edu.umd.cs.findbugs.annotations.DefaultAnnotation;
import edu.umd.cs.findbugs.annotations.NonNull;
