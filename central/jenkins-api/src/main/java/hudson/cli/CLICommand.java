package hudson.cli;

import hudson.ExtensionPoint;

public abstract class CLICommand implements ExtensionPoint, Cloneable {}
