/**
 * What administrators set: the section of the System page, and the sources of tokens and rules that depend on it.
 *
 * <p>This package is on top of its inner ones: {@code rules}, {@code people} and {@code connection} do not know one another; below them
 * are {@code credentials} and then {@code form}. It knows the engine's ports ({@code engine.spi}). It must not know users' own settings
 * ({@code personal}), nor what becomes of a build ({@code trigger}).
 */
package io.jenkins.plugins.slacknotify.config;
