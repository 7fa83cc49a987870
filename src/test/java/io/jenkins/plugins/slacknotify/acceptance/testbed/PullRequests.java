package io.jenkins.plugins.slacknotify.acceptance.testbed;

/** Pull requests come from a forge, of which there is none here. */
public final class PullRequests {
    private PullRequests() {}

    /** Lets a job be one all the same, to the branch {@code main}; it need not be there yet. */
    public static void pretend(TestBed bed, String job, int number) {
        var printed = bed.admin().script("""
            import jenkins.scm.api.SCMHead
            import jenkins.scm.api.mixin.ChangeRequestSCMHead
            class Request extends SCMHead implements ChangeRequestSCMHead {
                Request() { super('PR-%2$d') }
                String getId() { '%2$d' }
                SCMHead getTarget() { new SCMHead('main') }
            }
            class Requests extends SCMHead.HeadByItem {
                SCMHead getHead(hudson.model.Item item) { item.fullName != '%1$s' ? null : new Request() }
            }
            Jenkins.get().getExtensionList(SCMHead.HeadByItem).add(0, new Requests())
            print 'done'
            """.formatted(job, number));
        if (!printed.equals("done")) {
            throw new AssertionError(printed);
        }
    }
}
