-- What operators answer again and again. body may hold {customer} and {operator}; language: ja or en.
CREATE TABLE canned_answers (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL CHECK (language IN ('ja', 'en')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    position INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
INSERT INTO canned_answers (language, title, body, position, changed_by, changed_at) VALUES
    ('ja', 'ごあいさつ', '{customer}さま、お問い合わせありがとうございます。担当の{operator}です。内容を確認いたしますので、少々お待ちください。', 10, 'system', 0),
    ('ja', '確認中', 'お調べしております。恐れ入りますが、もう少々お待ちください。', 20, 'system', 0),
    ('ja', 'くわしく伺う', '恐れ入りますが、いつごろから、どの画面でそうなるかを教えていただけますか。画面の写真を送っていただいてもかまいません。', 30, 'system', 0),
    ('ja', '連携のお願い', 'ご契約内容に関わるため、ご本人の確認が必要です。メニューの「契約者連携・利用者連携」から連携をお願いいたします。', 40, 'system', 0),
    ('ja', 'むすび', 'ほかにご不明な点はございませんか。お問い合わせいただき、ありがとうございました。', 90, 'system', 0),
    ('en', 'Greeting', 'Hello {customer}, thank you for getting in touch. My name is {operator}. Let me look into it for a moment.', 10, 'system', 0),
    ('en', 'Looking into it', 'I am looking into it. Please bear with me a little longer.', 20, 'system', 0),
    ('en', 'Tell me more', 'Could you tell me since when, and on which screen, this happens? A picture of the screen is welcome too.', 30, 'system', 0),
    ('en', 'Please link', 'This concerns your contract, so we need to know that it is you. Please make your link under Linking in the menu.', 40, 'system', 0),
    ('en', 'Closing', 'Is there anything else? Thank you for getting in touch with us.', 90, 'system', 0);
