namespace LineBot.Privacy;

/// <summary>
/// Every table of the store, either as personal, with what is done about it, or with the reason why it is not. A test compares it with
/// the store's own list, so that a table or column that is new has to be considered here.
/// </summary>
internal static class PersonalTables
{
    private const string OfAccount = "line_user_id IN @accounts";
    private const string OfContract = "contract_id IN @contracts";
    private const string OfSubscription = "subscription_id IN @subscriptions";
    private const string OfInquiry = "inquiry_id IN (SELECT id FROM inquiries WHERE line_user_id IN @accounts)";
    private const string OfMessage =
        "message_id IN (SELECT m.id FROM inquiry_messages m JOIN inquiries i ON i.id = m.inquiry_id WHERE i.line_user_id IN @accounts)";

    /// <summary>What stands in place of a LINE user id, so that rows that are kept still belong together.</summary>
    private const string Pseudonym = "CASE WHEN line_user_id IN @accounts THEN @pseudonym ELSE line_user_id END";

    /// <summary>In the order in which they are erased: what points to a row goes before it.</summary>
    public static IReadOnlyList<PersonalTable> All { get; } =
    [
        // Talk.
        new("inquiry_contents", OfMessage, Erasing.Delete),
        new("inquiry_attachments", OfMessage, Erasing.Delete),
        new("inquiry_messages", OfInquiry, Erasing.Delete),
        new("inquiry_notes", OfInquiry, Erasing.Delete),
        new("inquiry_proposals", OfInquiry, Erasing.Delete),
        new("inquiry_questions", OfAccount, Erasing.Delete),
        new("inquiries", OfAccount, Erasing.Delete) { Secrets = ["reply_token"] },
        new("inbox", "chat_id IN @accounts AND status <> 0", Erasing.Delete),
        new("outbox", "chat_id IN @accounts AND status <> 0", Erasing.Delete) { Secrets = ["reply_token"] },
        new("notices", OfAccount, Erasing.Delete),
        new("notice_settings", OfAccount, Erasing.Delete),

        // Ways in.
        new("link_nonces", $"{OfAccount} OR {OfContract}", Erasing.Delete) { Secrets = ["nonce_hash", "token_hash"] },
        new("link_tokens", OfAccount, Erasing.Delete) { Secrets = ["token_hash"] },
        new("sign_in_links", $"{OfAccount} OR {OfContract} OR {OfSubscription}", Erasing.Delete) { Secrets = ["token_hash"] },
        new("web_sessions", $"{OfAccount} OR {OfContract}", Erasing.Delete) { Secrets = ["token_hash"] },
        new("age_links", OfAccount, Erasing.Delete) { Secrets = ["token_hash"] },
        new("application_links", OfAccount, Erasing.Delete) { Secrets = ["token_hash"] },
        new("application_drafts", OfAccount, Erasing.Delete) { Secrets = ["password_hash", "request_id"] },
        new("user_codes", OfSubscription, Erasing.Delete) { Secrets = ["code"] },

        // Links.
        new("contractor_links", $"{OfAccount} OR {OfContract}", Erasing.Delete),
        new("user_links", $"{OfAccount} OR {OfSubscription}", Erasing.Delete),

        // Applications, invitations, rewards: the numbers stay, the persons go.
        new("applications", $"{OfAccount} OR {OfContract} OR {OfSubscription}", Erasing.Clear(
            $"""
            user_name = '', login_id = NULL, password_hash = NULL, holder_name = '', holder_kana = '', birth_date = '', postal_code = '', address = '',
            line_user_id = {Pseudonym}
            """)) { Secrets = ["password_hash", "request_id"] },
        new("campaign_rewards", $"{OfAccount} OR {OfContract}", Erasing.Clear($"line_user_id = {Pseudonym}")),
        new("invitations", OfAccount, Erasing.Clear("line_user_id = @pseudonym, shows_name = 0")),

        // Data. What was given to others explains their balances.
        new("data_bands", OfSubscription, Erasing.Delete),
        new("usage_reports", OfSubscription, Erasing.Delete),
        new("usage_days", OfSubscription, Erasing.Delete),
        new("data_asks", "asker_id IN @subscriptions OR asked_id IN @subscriptions", Erasing.Keep),
        new("data_presents", "giver_id IN @subscriptions OR receiver_id IN @subscriptions", Erasing.Keep) { Secrets = ["request_id"] },
        new("data_shares", "giver_id IN @subscriptions", Erasing.Keep) { Secrets = ["request_id", "code_hash"] },
        new("data_entries", "part_id IN (SELECT id FROM data_parts WHERE subscription_id IN @subscriptions)", Erasing.Keep),
        new("data_parts", OfSubscription, Erasing.Keep),
        new("data_top_ups", OfSubscription, Erasing.Keep) { Secrets = ["request_id"] },

        // The books, which the law has kept.
        new("bill_lines", "bill_id IN (SELECT id FROM bills WHERE contract_id IN @contracts)", Erasing.Keep),
        new("bills", OfContract, Erasing.Keep),
        new("subscription_options", OfSubscription, Erasing.Keep),
        new("subscription_plans", OfSubscription, Erasing.Keep),
        new("ended_options", OfSubscription, Erasing.Keep),
        new("subscriptions", "id IN @subscriptions", Erasing.Clear("user_name = '', phone_number = 'erased-' || id, age_verified_at = NULL")),
        new("contracts", "id IN @contracts", Erasing.Clear(
            """
            login_id = 'erased-' || id, password_hash = '', holder_name = '', holder_kana = '', birth_date = '0001-01-01', postal_code = '', address = ''
            """)) { Secrets = ["password_hash"] },
        new("audit_log", $"actor IN @accounts OR detail IN @accounts OR {OfContract} OR {OfSubscription}", Erasing.Clear(
            """
            actor = CASE WHEN actor IN @accounts THEN @pseudonym ELSE actor END,
            detail = CASE WHEN detail IN @accounts THEN @pseudonym ELSE detail END
            """)),
        new("line_accounts", OfAccount, Erasing.Delete),
    ];

    /// <summary>The others, and why they hold nothing of customers.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>
    {
        ["plans"] = "the catalogue",
        ["options"] = "the catalogue",
        ["campaigns"] = "the catalogue",
        ["canned_answers"] = "written by operators for all customers",
        ["operators"] = "staff",
        ["operator_sessions"] = "staff",
        ["attempts"] = "hashes that name nobody, gone when their minutes are over",
        ["data_rounds"] = "how far a round has come",
        ["notice_drops"] = "numbers by month",
        ["push_months"] = "numbers by month",
        ["unreadable_webhooks"] = "what nobody could read, and so nobody can tell whose it is: a hundred at most",
        ["probe"] = "one row of the health check",
        ["web_keys"] = "what cookies and forms are protected with",
        ["migrations"] = "the scripts that were applied",
    };
}
