namespace Line.Messaging;

/// <summary>Something that LINE would refuse.</summary>
/// <param name="Path">Where it is, such as <c>messages[0].contents.body.contents[2].text</c>.</param>
/// <param name="Limit">What LINE takes, such as <c>at most 300 UTF-16 units</c>.</param>
/// <param name="Found">What is there: a count, a size or a kind, never the text itself.</param>
public sealed record LimitViolation(string Path, string Limit, string Found)
{
    /// <summary>All three in a sentence.</summary>
    public override string ToString() => $"{Path}: {Limit}, found {Found}";
}
