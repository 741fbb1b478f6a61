namespace LineBot.Billing;

/// <summary>ご利用料金: what a contract owes for one Japanese month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="IsClosed">False while the month goes on and lines may still come.</param>
public sealed record Bill(DateOnly Month, IReadOnlyList<BillLine> Lines, bool IsClosed)
{
    private const int ToldOnThe = 3;
    private const int ChargedOnThe = 5;
    private const int TaxPercent = 10;

    /// <summary>What is to be paid, tax included.</summary>
    public int Yen => Lines.Sum(line => line.Yen);

    /// <summary>The consumption tax that <see cref="Yen"/> includes, rounded down.</summary>
    public int TaxYen => Yen * TaxPercent / (100 + TaxPercent);

    /// <summary>The day on which the contract holder is told the amount.</summary>
    public DateOnly ToldOn => Month.AddMonths(1).AddDays(ToldOnThe - 1);

    public DateOnly ChargedOn => Month.AddMonths(1).AddDays(ChargedOnThe - 1);
}
