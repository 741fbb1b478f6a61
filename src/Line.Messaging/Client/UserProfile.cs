using System.Text.Json.Serialization;
using Line.Messaging.Json;

namespace Line.Messaging;

/// <summary>What a user shows of themselves. See https://developers.line.biz/en/reference/messaging-api/#get-profile.</summary>
/// <param name="UserId">The user, under this account's provider.</param>
/// <param name="DisplayName">The name they gave themselves: any text, changed at any time.</param>
public sealed record UserProfile(
    string UserId, [property: JsonConverter(typeof(WellFormedTextConverter))] string DisplayName)
{
    /// <summary>Their picture (https); null when they have none.</summary>
    public string? PictureUrl { get; init; }

    /// <summary>Their status message; null when they have none.</summary>
    [JsonConverter(typeof(WellFormedTextConverter))]
    public string? StatusMessage { get; init; }

    /// <summary>The language of their LINE as a BCP 47 tag such as <c>ja</c> or <c>en-GB</c>; null when they did not consent.</summary>
    public string? Language { get; init; }

    /// <summary>Nothing of the person, so that none of it reaches a log by accident.</summary>
    public override string ToString() => nameof(UserProfile);
}

/// <summary>Some of many user IDs.</summary>
/// <param name="UserIds">The users of this page.</param>
/// <param name="Next">What gets the next page; null on the last one.</param>
public sealed record UserIdPage(IReadOnlyList<string> UserIds, string? Next = null)
{
    /// <summary>How many there are, so that no ID reaches a log by accident.</summary>
    public override string ToString() => $"{UserIds.Count} users";
}
