using LineBot.Console.Staff;
using LineBot.Inquiries;

namespace LineBot.Console.Talks;

/// <summary>What customers sent along: pictures, sounds and files. Opening each is noted.</summary>
internal sealed class ContentEndpoint(Duties duties, InquiryStore inquiries, AttachmentStore attachments) : IConsoleEndpoint
{
    private const string Unknown = "application/octet-stream";

    public void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet($"{ConsoleAddress.Talks}/{{id:long}}/content/{{message:long}}", (Delegate)ShowAsync).For(OperatorRole.Operator);

    private Task<IResult> ShowAsync(HttpContext context, long id, long message)
    {
        InquiryMessage? found = null;
        Attachment? attachment = null;
        return duties.Looking(
            context,
            duty =>
            {
                found = inquiries.Read(duty.Tx, id).FirstOrDefault(one => one.Id == message && one.UnsentAt is null);
                attachment = found is null ? null : attachments.Find(duty.Tx, message);
                if (attachment is { IsKept: true })
                    duty.Note("inquiry-content-viewed", $"inquiry {id}, message {message}");
            },
            (tx, view) =>
            {
                if (attachment is not { IsKept: true } || attachments.ContentOf(tx, message) is not { } bytes)
                    return ConsoleProblem.Page(StatusCodes.Status404NotFound, view.Tongue);
                var type = attachment.ContentType ?? Unknown;
                // What was not recognised is saved and never shown: it could be a page that acts in the operator's name.
                var name = type == Unknown ? found!.Text is { Length: > 0 } told ? PlainText.Of(told) : "file" : null;
                return TypedResults.File(bytes, type, name, enableRangeProcessing: true);
            });
    }
}
