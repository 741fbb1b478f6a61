using System.Text.Json;
using LineBot.Language;

namespace LineBot.Knowledge.Model;

/// <summary>Reads a choice out of what a model wrote. Whatever is not exactly a choice is none.</summary>
internal static class ChoiceReading
{
    public static Choice? Of(string written, IReadOnlyList<Article> shown, Tongue tongue)
    {
        try
        {
            using var json = JsonDocument.Parse(written);
            var id = json.RootElement.GetProperty("article");
            if (id.ValueKind != JsonValueKind.String || shown.FirstOrDefault(article => article.Id == id.GetString()) is not { } article)
                return null;
            var sentences = json.RootElement.GetProperty("sentences").EnumerateArray().Select(number => number.GetInt32()).Distinct().Order().ToList();
            return sentences.Count > 0 && sentences[0] >= 0 && sentences[^1] < article.SentencesIn(tongue).Count ? new Choice(article, sentences) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
