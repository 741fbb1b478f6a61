using System.Text.Json;

namespace Line.Messaging.Tests.OpenApi;

/// <summary>The checker itself has to be able to say no.</summary>
public sealed class SchemaCheckTests
{
    [OpenApiTheory]
    [InlineData("""{"type":"text","text":"a"}""", 0)]
    [InlineData("""{"type":"text","text":"a","colour":"red"}""", 1)]
    [InlineData("""{"type":"text"}""", 1)]
    [InlineData("""{"type":"text","text":7}""", 1)]
    [InlineData("""{"type":"telepathy","text":"a"}""", 1)]
    [InlineData("""{"type":"flex","altText":"a","contents":{"type":"bubble","size":"huge"}}""", 1)]
    [InlineData("""{"type":"flex","altText":"a","contents":{"type":"bubble","body":{"layout":"vertical","contents":[]}}}""", 1)]
    [InlineData("""{"type":"coupon","couponId":"a","deliveryTag":"1234567890123456789012345678901"}""", 1)]
    [InlineData("""{"type":"text","text":"a","quickReply":{"items":[{"type":"action","action":{"type":"postback","data":"d","labels":"l"}}]}}""", 1)]
    public void Finds_what_the_schema_does_not_allow(string json, int faults)
    {
        var check = new SchemaCheck(LineOpenApi.Messaging);
        check.Check(JsonDocument.Parse(json).RootElement, "Message");
        if (faults == 0)
            check.Faults.ShouldBeEmpty();
        else
            check.Faults.ShouldNotBeEmpty();
    }
}
