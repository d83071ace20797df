/** 监督执纪“四种形态”, as a disposed clue carries them. */
export const fourForms = ['第一种形态', '第二种形态', '第三种形态', '第四种形态'] as const;
