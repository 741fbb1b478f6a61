using LineBot.Inquiries;
using LineBot.Storage;
using LineBot.Tests.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace LineBot.Tests.Handlers.TalkInquiry;

/// <summary>An operator's hands, as the console has them.</summary>
internal sealed class OperatorDriver(LineTalk line, string name)
{
    public Task<DeskOutcome> TakeAsync(long id) => DoAsync((desk, tx, now) => desk.Take(tx, id, name, now));

    public Task<DeskOutcome> AnswerAsync(long id, string text) => DoAsync((desk, tx, now) => desk.Answer(tx, id, name, text, now));

    public Task<DeskOutcome> NoteAsync(long id, string text) => DoAsync((desk, tx, now) => desk.Note(tx, id, name, text, now));

    public Task<DeskOutcome> PutBackAsync(long id, bool isSupervisor = false) => DoAsync((desk, tx, now) => desk.PutBack(tx, id, name, now, isSupervisor));

    public Task<DeskOutcome> HandOnAsync(long id, string to, bool isSupervisor = false) =>
        DoAsync((desk, tx, now) => desk.HandOn(tx, id, name, to, now, isSupervisor));

    public Task<DeskOutcome> CloseAsync(long id, bool isSupervisor = false) => DoAsync((desk, tx, now) => desk.Close(tx, id, name, now, isSupervisor));

    public Task<DeskOutcome> ProposeAsync(long id, string act) => line.Services.GetRequiredService<Database>().WriteAsync(
        tx => line.Services.GetRequiredService<Proposals>().Propose(tx, id, name, act, line.Clock.GetUtcNow()));

    private Task<DeskOutcome> DoAsync(Func<InquiryDesk, Transaction, DateTimeOffset, DeskOutcome> act) => line.Services.GetRequiredService<Database>()
        .WriteAsync(tx => act(line.Services.GetRequiredService<InquiryDesk>(), tx, line.Clock.GetUtcNow()));
}

internal static class Inquiring
{
    public static OperatorDriver Operator(this LineTalk line, string name = "sato") => new(line, name);

    public static T Part<T>(this LineTalk line) where T : notnull => line.Services.GetRequiredService<T>();

    public static Task<T> ReadAsync<T>(this LineTalk line, Func<Transaction, T> read) => line.Part<Database>().ReadAsync(read);

    public static Task WriteAsync(this LineTalk line, Action<Transaction> write) => line.Part<Database>().WriteAsync(write);

    /// <summary>Joins the queue by オペレーターにつなぐ.</summary>
    public static async Task<long> ConnectAsync(this LineTalk line, PhoneDriver phone)
    {
        await phone.AskTapAsync("talk-inquiry/connect@1");
        return line.Count("SELECT MAX(id) FROM inquiries");
    }

    /// <summary>Joins the queue and is taken out of it.</summary>
    public static async Task<long> TalkAsync(this LineTalk line, PhoneDriver phone, string operatorName = "sato")
    {
        var id = await line.ConnectAsync(phone);
        (await line.Operator(operatorName).TakeAsync(id)).IsDone.ShouldBeTrue();
        (await phone.NextAnswerAsync()).Text.ShouldContain("お待たせいたしました");
        return id;
    }

    public static async Task<IReadOnlyList<InquiryMessage>> SaidInAsync(this LineTalk line, long id)
    {
        await line.SettledAsync();
        return await line.ReadAsync(tx => line.Part<InquiryStore>().Read(tx, id));
    }

    public static async Task<Inquiry> InquiryAsync(this LineTalk line, long id)
    {
        await line.SettledAsync();
        return (await line.ReadAsync(tx => line.Part<InquiryStore>().Find(tx, id)))!;
    }
}
