using LineBot.Inquiries;
using LineBot.RichMenu;

namespace LineBot.Handlers.TalkInquiry;

/// <summary>The taps around automatic answers: topics, one of three, "that helped", "not among these".</summary>
public sealed class AnsweringHandler(Answering answering, QuestionStore questions, AnswerReplies replies)
{
    [Action("talk-inquiry/start")]
    public Reply Start(Turn turn) => answering.AskOn(turn, replies.Topics(turn.Tongue, answering.Common(turn)));

    [Action("talk-inquiry/write")]
    public Reply Write(Turn turn)
    {
        Note(turn, QuestionOutcomes.AskedAgain);
        return answering.AskOn(turn, replies.PleaseWrite(turn.Tongue));
    }

    [Action("talk-inquiry/article")]
    public Reply Article(Turn turn) =>
        (turn.Tap.Parameter("id") is { } id ? answering.Show(turn, id, turn.Tap.Number("question")) : null) ?? Start(turn);

    /// <summary>The topics of buttons that are in people's talks from before there were articles.</summary>
    [Action("talk-inquiry/topic")]
    public Reply Topic(Turn turn) => turn.Tap.Parameter("id") switch
    {
        "plans" => answering.Show(turn, "plan-prices", null),
        "data-present" => answering.Show(turn, "present-rules", null),
        "linking" => answering.Show(turn, "link-difference", null),
        "hours" => answering.Show(turn, "hours", null),
        _ => null,
    } ?? Start(turn);

    [Action("talk-inquiry/helped")]
    public Reply Helped(Turn turn)
    {
        Note(turn, QuestionOutcomes.Helped);
        return Reply.With(replies.Helped(turn.Tongue)).ExpectingNothing();
    }

    /// <summary>この中にはない: both ways on.</summary>
    [Action("talk-inquiry/not-in-here")]
    public Reply NotInHere(Turn turn)
    {
        Note(turn, QuestionOutcomes.NotInHere);
        return answering.AskOn(turn, replies.NotInHere(turn.Tongue, turn.Tap.Number("question")));
    }

    private void Note(Turn turn, string outcome)
    {
        if (turn.Tap.Number("question") is { } question)
            questions.Note(turn.Tx, turn.LineUserId, question, outcome);
    }
}
