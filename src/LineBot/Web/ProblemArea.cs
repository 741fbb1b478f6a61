using LineBot.Language;

namespace LineBot.Web;

/// <summary>Pages that are not for customers, and speak of their failures in words of their own.</summary>
/// <param name="Path">What all their addresses begin with.</param>
/// <param name="Page">The page for an HTTP status; 400 is a form that is too old, or not ours.</param>
public sealed record ProblemArea(string Path, Func<int, Tongue, IResult> Page);
