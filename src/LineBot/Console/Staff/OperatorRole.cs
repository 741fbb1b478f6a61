namespace LineBot.Console.Staff;

/// <summary>What somebody at the console may do; each role may do what those before it may.</summary>
public enum OperatorRole
{
    /// <summary>Answers customers.</summary>
    Operator,

    /// <summary>Also decides on applications and set-aside events, reads the record, and writes the canned answers.</summary>
    Supervisor,

    /// <summary>Also decides who works at the console.</summary>
    Admin,
}
