using System.Text;

namespace Line.Messaging.Tests.Webhooks;

public sealed class WebhookRequestTests
{
    private const string Follow = """{"type":"follow","webhookEventId":"1","follow":{"isUnblocked":false}}""";

    [Theory]
    [InlineData("", WebhookFormatReason.NotJson)]
    [InlineData(" ", WebhookFormatReason.NotJson)]
    [InlineData("hello", WebhookFormatReason.NotJson)]
    [InlineData("{", WebhookFormatReason.NotJson)]
    [InlineData("""{"events":[""", WebhookFormatReason.NotJson)]
    [InlineData("""{"events":[]}{}""", WebhookFormatReason.NotJson)]
    [InlineData("""{"events":[]},""", WebhookFormatReason.NotJson)]
    [InlineData("""{"events":[{}}]""", WebhookFormatReason.NotJson)]
    [InlineData("""{"events":[],}""", WebhookFormatReason.NotJson)]
    [InlineData("// comment", WebhookFormatReason.NotJson)]
    [InlineData("[]", WebhookFormatReason.NotAnObject)]
    [InlineData("null", WebhookFormatReason.NotAnObject)]
    [InlineData("7", WebhookFormatReason.NotAnObject)]
    [InlineData("\"events\"", WebhookFormatReason.NotAnObject)]
    [InlineData("{}", WebhookFormatReason.NoEvents)]
    [InlineData("""{"events":{}}""", WebhookFormatReason.NoEvents)]
    [InlineData("""{"events":null}""", WebhookFormatReason.NoEvents)]
    [InlineData("""{"destination":"U","event":[]}""", WebhookFormatReason.NoEvents)]
    [InlineData("""{"a":{"events":[]}}""", WebhookFormatReason.NoEvents)]
    public void Says_why_a_body_is_no_webhook(string body, WebhookFormatReason reason) =>
        Should.Throw<WebhookFormatException>(() => WebhookRequest.Parse(Encoding.UTF8.GetBytes(body))).Reason.ShouldBe(reason);

    [Theory]
    [InlineData("""{"events":[]}""", null, 0)]
    [InlineData("""{"destination":7,"events":[]}""", null, 0)]
    [InlineData("""{"destination":"U1","events":[],"later":{"events":[1,2]}}""", "U1", 0)]
    [InlineData("""{"events":[{FOLLOW}],"destination":"U2"}""", "U2", 1)]
    [InlineData("""  {"\u0065vents"  : [ {FOLLOW} , {FOLLOW} ] , "dest\u0069nation":"U\u0033"}  """, "U3", 2)]
    public void Reads_the_body_in_any_order_and_spelling(string body, string? destination, int events)
    {
        var request = WebhookRequest.Parse(Encoding.UTF8.GetBytes(body.Replace("{FOLLOW}", Follow, StringComparison.Ordinal)));
        request.Destination.ShouldBe(destination);
        request.Events.Count.ShouldBe(events);
        request.Events.ShouldAllBe(read => read is FollowEvent);
        request.Events.Select(read => Encoding.UTF8.GetString(read.Raw.ToArray())).ShouldAllBe(raw => raw == Follow);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(200_000, false)]
    public void Depth_is_bounded_for_each_event_and_harms_no_neighbour(int depth, bool isRead)
    {
        var deep = $$"""{"type":"unfollow","later":{{new string('[', depth)}}{{new string(']', depth)}}}""";
        var request = WebhookRequest.Parse(Encoding.UTF8.GetBytes($$"""{"events":[{{Follow}},{{deep}},{{Follow}}]}"""));
        request.Events[0].ShouldBeOfType<FollowEvent>();
        request.Events[1].GetType().ShouldBe(isRead ? typeof(UnfollowEvent) : typeof(UnknownEvent));
        request.Events[2].ShouldBeOfType<FollowEvent>();
    }

    [Fact]
    public void A_view_of_the_body_is_all_that_is_kept()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"events":[{{Follow}}]}""");
        var raw = WebhookRequest.Parse(body).Events[0].Raw;
        raw.Span.Overlaps(body, out var offset).ShouldBeTrue();
        offset.ShouldBe(-"{\"events\":[".Length);
    }
}
