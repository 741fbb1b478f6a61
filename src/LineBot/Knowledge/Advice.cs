using LineBot.Knowledge.Model;
using LineBot.Language;

namespace LineBot.Knowledge;

/// <summary>
/// What the chat answers to a question: what search found, and where search is unsure and a language model is configured,
/// the article that the model chose of these, shortened to the sentences it chose.
/// </summary>
public sealed class Advice(Library library, ModelClient model)
{
    /// <summary>Whether somebody else is asked, which takes time; else the answer is there at once.</summary>
    public bool TakesTime => model.IsOn;

    /// <param name="question">As it was masked.</param>
    public async Task<Answer> OfAsync(string question, Tongue tongue, CancellationToken cancel)
    {
        var found = library.Answerer.Answer(question);
        if (!model.IsOn || found.Verdict != Verdict.Unsure)
            return found;
        var choice = await model.ChooseAsync(question, [.. found.Articles.Select(one => one.Article)], tongue, cancel);
        return choice is null ? found : found.Choosing(choice);
    }
}
